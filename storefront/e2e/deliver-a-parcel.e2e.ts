import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { bringIntoCart, inDong, openTicket } from "./booking";
import { amountIn, enterOffice } from "./office";
import { findGood, findOuting, priceOf } from "./outings";
import {
  expectDone,
  numberOf,
  openInShop,
  orderOf,
  sendParcel,
  sumOfSummary,
  totalOf,
} from "./parcels";
import { enterShop } from "./portal";
import { addToCart, buy, fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, producerAt, test, vi } from "./support";

const require = createRequire(import.meta.url);
const { refuseReasonLabel } =
  require("@cho-lang/shared/domain/purchase") as typeof import("@cho-lang/shared/domain/purchase");
const { portal, purchase } = vi;
const { parcels } = portal;
/** A tour of its own for each window. */
const PLACES = { short: 32, refused: 34 };
/** Places of the demo's producers who deliver. */
const SHOPS = { phone: 1, desk: 0 };
const EMAIL = "giaohang@example.com";
const MISSING = { comes: 5000, never: 7000 };
const NOTE = "Khách chỉ còn từng ấy tiền mặt.";
const WHY = "Thiếu ít, khách đã xin lỗi.";

/** The admin speaks the operator's language; either will do here. */
const office = {
  came: /^(Đã nhận đủ|It came)/,
  writeOff: /^(Không thu nữa|Write it off)/,
  note: /^(Ghi chú|Note)$/,
};

/** A parcel on its way in the portal is delivered for less than was due. */
async function deliverShort(page: Page, facts: { due: number; missing: number }) {
  const { due, missing } = facts;
  await page.getByText(parcels.short, { exact: true }).click();
  await page.getByLabel(parcels.shortAmount).fill(String(due - missing));
  await page.getByLabel(parcels.shortNote).fill(NOTE);
  await page.getByRole("button", { name: parcels.shortDo }).click();
  await expectDone(page, "deliver");
  await expect(page.locator("main")).toContainText(parcels.missingText(missing));
}

test("a courier brings too little for two parcels: what is missing comes for one and is let go for the other", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(400_000);
  const shop = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  const order = orderOf(page, good.producer.name);
  const phone = "0987 333 444";
  await buy(page, { handles: [good.handle], email: EMAIL });
  const never = { url: page.url(), number: await numberOf(order), total: await totalOf(order) };

  const outing = await findOuting(page, { place: PLACES.short + (isPhone ? 0 : 1) });
  await page.goto(`/products/${good.handle}`);
  await addToCart(page);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  await fillBuyer(page, { email: EMAIL, phone });
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const comes = { url: page.url(), number: await numberOf(order), total: await totalOf(order) };

  await enterShop(page, shop);
  await sendParcel(page, comes.number);
  await page.getByText(parcels.short, { exact: true }).click();
  await page.getByLabel(parcels.shortAmount).fill(String(comes.total + 1));
  await page.getByRole("button", { name: parcels.shortDo }).click();
  await expect(page.getByText(parcels.shortTooMuch(comes.total))).toBeVisible();
  await expectWellMade();
  await page.goto(page.url());
  await deliverShort(page, { due: comes.total, missing: MISSING.comes });
  await expectWellMade();
  await sendParcel(page, never.number);
  await deliverShort(page, { due: never.total, missing: MISSING.never });

  const read = async (url: string) => {
    await page.goto(url);
    return {
      paid: await sumOfSummary(page, purchase.paidSoFar),
      due: await sumOfSummary(page, purchase.dueLeft),
    };
  };
  const visit = priceOf(outing);
  expect(await read(comes.url)).toEqual({
    paid: comes.total - MISSING.comes,
    due: visit + MISSING.comes,
  });
  await expect(order).toContainText(purchase.missing(inDong(MISSING.comes)));
  await expectWellMade();
  expect(await read(never.url)).toEqual({
    paid: never.total - MISSING.never,
    due: MISSING.never,
  });

  await enterOffice(page);
  const row = (number: string) => page.getByRole("row").filter({ hasText: number });
  const missing = (number: string, amount_vnd: number) =>
    row(number)
      .getByRole("cell", { name: amountIn(amount_vnd) })
      .first();
  await page.goto(`${demo.admin}/cash-differences`);
  await expect(missing(comes.number, MISSING.comes)).toBeVisible();
  await expect(missing(never.number, MISSING.never)).toBeVisible();
  await expect(row(never.number)).toContainText(NOTE);
  const dialog = page.getByRole("dialog");
  await row(comes.number).getByRole("button", { name: office.came }).click();
  await dialog.getByRole("button", { name: office.came }).click();
  await expect(row(comes.number)).toHaveCount(0);
  await row(never.number).getByRole("button", { name: office.writeOff }).click();
  await dialog.getByLabel(office.note).fill(WHY);
  await dialog.getByRole("button", { name: office.writeOff }).click();
  await expect(row(never.number)).toHaveCount(0);
  await page.goto(`${demo.admin}/cash-differences?state=resolved`);
  await expect(missing(comes.number, MISSING.comes)).toBeVisible();
  await expect(row(never.number)).toContainText(WHY);

  expect(await read(comes.url)).toEqual({ paid: comes.total, due: visit });
  await expect(order).not.toContainText(purchase.missing(inDong(MISSING.comes)));
  await expectWellMade();
  await openTicket(page, outing);
  expect(await read(never.url)).toEqual({ paid: never.total - MISSING.never, due: 0 });
  await expect(order).not.toContainText(purchase.missing(inDong(MISSING.never)));
  await expectWellMade();
});

test("a parcel that is not taken at the door goes home, and nobody pays for it", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(400_000);
  const shop = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  const outing = await findOuting(page, { place: PLACES.refused + (isPhone ? 0 : 1) });
  await page.goto(`/products/${good.handle}`);
  await addToCart(page);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  await fillBuyer(page, { email: EMAIL, phone: "0987 555 666" });
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const url = page.url();
  const order = orderOf(page, good.producer.name);
  const number = await numberOf(order);
  const whole = await numberIn(page.locator(".checkout-box .sums-total dd"));

  await enterShop(page, shop);
  await sendParcel(page, number);
  await page.getByText(parcels.refuse, { exact: true }).click();
  await page.getByRole("button", { name: parcels.refuseDo }).click();
  await expect(page.getByText(parcels.refuseReasonFault)).toBeVisible();
  await expectWellMade();
  const reason = refuseReasonLabel("not_taken", "vi");
  await page.getByRole("radio", { name: reason }).check();
  await page.getByLabel(parcels.refuseNote).fill("Gọi ba lần.");
  await page.getByRole("button", { name: parcels.refuseDo }).click();
  await expectDone(page, "refuse");
  await expect(page.locator("main")).toContainText(parcels.refusedBecause(reason));
  await expectWellMade();

  await page.goto(url);
  await expect(order).toContainText(purchase.next.refused);
  await expect(order).toContainText(purchase.cancelReason(reason));
  expect(await sumOfSummary(page, purchase.dueLeft)).toBe(priceOf(outing));
  expect(await numberIn(page.locator(".checkout-box .sums-total dd"))).toBe(whole);
  await expectWellMade();

  await page.goto("/producer");
  await expect(page.locator("main")).toContainText(parcels.seeComingBack);
  await expectWellMade();
  await openInShop(page, number);
  await page.getByRole("button", { name: portal.deeds.take_back }).click();
  await expect(page.getByText(parcels.soundFault)).toBeVisible();
  await expectWellMade();
  await page.getByRole("radio", { name: parcels.sound }).check();
  await page.getByRole("button", { name: portal.deeds.take_back }).click();
  await expectDone(page, "take-back");
  await expectWellMade();

  await page.goto(url);
  await expect(order).toContainText(purchase.next.returned);
  expect(await sumOfSummary(page, purchase.dueLeft)).toBe(priceOf(outing));
  await expectWellMade();
  await openTicket(page, outing);
  await enterOffice(page);
  await page.goto(`${demo.admin}/cash-differences`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(0);
});
