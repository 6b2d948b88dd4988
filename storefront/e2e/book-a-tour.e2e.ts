import type { Page } from "@playwright/test";
import {
  addGoodOfHost,
  bookVisit,
  bringIntoCart,
  expectPartsAgree,
  expectTicket,
  fillVisitor,
  inDong,
  type Journey,
  openTicket,
  visitLine,
} from "./booking";
import { expectEnglish } from "./english";
import { findOuting, priceOf } from "./outings";
import { fillBuyer, placeOrder, type Speech } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";

const phrases = { vi, en };
/** Each journey on a tour of its own: windows by the phone's and the desk's. */
const PLACES = { script: 0, plain: 2, english: 4, mixed: 6 };
const EMAIL = "dilang@example.com";

/** From the tour's page to the ticket in the hand. */
async function bookForFamily(journey: Journey) {
  test.setTimeout(180_000);
  const { page, outing, speech = "vi", expectWellMade } = journey;
  const { checkout, purchase, ticket } = phrases[speech];
  await bringIntoCart(journey);
  await expect(page.getByText(checkout.codOfVisits, { exact: true })).toBeVisible();
  expect(await numberIn(page.locator("#sums .sums-total dd"))).toBe(priceOf(outing));

  await page.getByRole("button", { name: checkout.placeVisit, exact: true }).click();
  const name = page.getByLabel(checkout.fullName, { exact: true });
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expectWellMade();
  await fillVisitor(page, { email: EMAIL, speech });
  await bookVisit(page, { email: EMAIL, speech });
  expect(await expectPartsAgree(page)).toBe(priceOf(outing));
  await expect(page.getByText(purchase.codOfVisits)).toBeVisible();
  await expectWellMade();

  const { pathname, search } = new URL(page.url());
  await openTicket(page, outing, speech);
  await expect(page.getByText(ticket.show).first()).toBeVisible();
  await expectTicket(page, { outing, speech });
  await expectWellMade();

  const stranger = await page.goto(pathname + search.slice(0, -2));
  expect(stranger?.status()).toBe(404);
}

type Place = { page: Page; isPhone: boolean; place: number };

function outingFor({ page, isPhone, place }: Place) {
  return findOuting(page, { place: place + (isPhone ? 0 : 1) });
}

test("two adults and a child book a visit, pay in the village and have their ticket", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const outing = await outingFor({ page, isPhone, place: PLACES.script });
  await bookForFamily({ page, outing, hasScript: true, expectWellMade });
});

test("a family that reads English books the same way and meets English only", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const speech: Speech = "en";
  const outing = await outingFor({ page, isPhone, place: PLACES.english });
  const check = async () => {
    await expectEnglish(page);
    await expectWellMade();
  };
  await bookForFamily({ page, outing, hasScript: true, speech, expectWellMade: check });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the family books just as well on a phone that runs no script", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    const outing = await outingFor({ page, isPhone, place: PLACES.plain });
    await bookForFamily({ page, outing, hasScript: false, expectWellMade });
  });
});

test("two of a maker's goods and a visit to the same maker are one order and one payment", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const { cart, checkout, purchase } = vi;
  const place = PLACES.mixed + (isPhone ? 0 : 1);
  const outing = await findOuting(page, { place, sells: true });
  const good = await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });

  const line = page.locator(".cart-line:not(.cart-visit)");
  const price = await numberIn(line.locator(".cart-price"));
  await line.getByRole("button", { name: cart.moreOf(good.title), exact: true }).click();
  await expect.poll(() => numberIn(line.locator(".cart-price"))).toBe(price * 2);
  const total = page.locator("#sums .sums-total dd");
  await expect.poll(() => numberIn(total)).toBeGreaterThan(price * 2 + priceOf(outing));
  const whole = await numberIn(total);
  await expect(page.getByText(checkout.codOfBoth, { exact: true })).toBeVisible();
  const places = page.locator("#payment");
  await expect(places).toContainText(checkout.codAtVillage(inDong(priceOf(outing))));
  const door = inDong(whole - priceOf(outing));
  await expect(places).toContainText(checkout.codAtDoor({ amount: door, parcels: 1 }));
  await expectWellMade();

  await fillBuyer(page, { email: EMAIL });
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.locator("section[aria-labelledby^=order-]")).toHaveCount(1);
  expect(await expectPartsAgree(page)).toBe(whole);
  await expect(page.getByText(purchase.codFor(1))).toBeVisible();
  await expect(page.getByText(purchase.codOfVisits)).toBeVisible();
  await expect(visitLine(page, outing)).toBeVisible();
  await expect(page.locator(".cart-line:not(.cart-visit)")).toContainText(good.title);
  await expectWellMade();
  await openTicket(page, outing);
  await expectTicket(page, { outing });
});
