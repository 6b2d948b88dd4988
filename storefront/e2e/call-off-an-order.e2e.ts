import { readTransfer, tellOfTransfer } from "./bank";
import { bringIntoCart, inDong, openTicket } from "./booking";
import { amountIn, enterOffice } from "./office";
import { findGood, findOuting } from "./outings";
import { expectDone, numberOf, openInShop, orderOf, sumOfSummary, totalOf } from "./parcels";
import { enterShop } from "./portal";
import { fillPayee, openForm, openRequestInShop, PAYEE, reasonCard, sendRequest } from "./requests";
import { addToCart, fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, producerAt, test, vi } from "./support";

const { refundRequest: words, portal, purchase, pay, checkout } = vi;
/** A tour of its own for each window. */
const PLACE = 38;
/** Places of the demo's producers who are asked, one for each window, and of the one beside. */
const SHOPS = { phone: 5, desk: 6, beside: 2 };
const EMAIL = "huydon@example.com";

test("what was paid by transfer is called off before it is packed, and the other orders stand", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(400_000);
  const shop = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const goods = [shop, producerAt(SHOPS.beside)].map(({ handle }) => findGood(page, handle));
  const [own, other] = await Promise.all(goods);
  if (!own || !other) throw new Error("Both producers have something to sell.");
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1) });
  for (const { handle } of [own, other]) {
    await page.goto(`/products/${handle}`);
    await addToCart(page);
  }
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const whole = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email: EMAIL });
  await page.getByRole("radio", { name: new RegExp(checkout.vietqr.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await tellOfTransfer(page, demo.backend, await readTransfer(page));
  await expect(page.getByText(purchase.thanks(EMAIL))).toBeVisible({ timeout: 30_000 });
  const url = page.url();
  const order = orderOf(page, own.producer.name);
  const beside = orderOf(page, other.producer.name);
  const number = await numberOf(order);
  const otherNumber = await numberOf(beside);
  const part = await totalOf(order);

  await openForm(page, order, number);
  await expect(page.getByText(words.wholeGoods)).toBeVisible();
  await expect(page.getByText(words.wholeSum(inDong(part)))).toBeVisible();
  await expect(page.getByLabel(words.choosePhotos)).toHaveCount(0);
  await expectWellMade();
  const send = page.getByRole("button", { name: words.send, exact: true });
  await send.click();
  await expect(page.getByText(words.faults.reason.missing)).toBeVisible();
  await expect(page.getByText(words.faults.text.missing)).toBeVisible();
  await expect(page.getByText(words.faults.bank_bin.missing)).toBeVisible();
  await expectWellMade();
  await reasonCard(page, "changed_mind").check();
  await page.getByLabel(words.words).fill("Tôi đặt nhầm loại.");
  await fillPayee(page);
  const request = await sendRequest(page);
  await expectWellMade();

  await enterShop(page, shop);
  await openRequestInShop(page, request);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.requests.wishes.call_off);
  await expectWellMade();
  await page.getByText(portal.requests.accept, { exact: true }).click();
  await page.getByRole("button", { name: portal.requests.acceptDo.call_off() }).click();
  await expectDone(page, "accept");
  await expectWellMade();
  await openInShop(page, number);
  await expect(page.locator("main")).toContainText(portal.nextText.cancelled);
  await expectWellMade();

  await expect(async () => {
    await page.goto(url);
    await expect(order).toContainText(words.refunded.vietqr(inDong(part)), { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(order).toContainText(purchase.cancelledPaid);
  expect(await sumOfSummary(page, pay.refunded)).toBe(part);
  expect(await sumOfSummary(page, purchase.paidSoFar)).toBe(whole - part);
  await expect(beside).toContainText(purchase.next.to_confirm);
  await expect(beside).not.toContainText(purchase.happened.cancelled);
  await expectWellMade();
  await openTicket(page, outing);

  await enterOffice(page);
  await page.goto(`${demo.admin}/refunds-due`);
  const due = page.getByRole("row").filter({ hasText: number });
  await expect(due).toHaveCount(1);
  await expect(due).toContainText(amountIn(part));
  await expect(due).toContainText(PAYEE.account);
  await expect(page.getByRole("row").filter({ hasText: otherNumber })).toHaveCount(0);
});
