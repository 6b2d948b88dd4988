import { readTransfer, tellOfTransfer } from "./bank";
import { addGoodOfHost, bringIntoCart, openTicket, visitLine } from "./booking";
import { amountIn, enterOffice } from "./office";
import { findGood, findOuting } from "./outings";
import { enterShop } from "./portal";
import { addToCart, fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, numbersIn, producerAt, sumOf, test, vi } from "./support";

/** A tour of its own for each window. */
const PLACE = 24;
/** Places of the demo's producers who cancel, one for each window, and of the one beside. */
const SHOPS = { phone: 4, desk: 5, beside: 6 };
const EMAIL = "bacua@example.com";
const refundsDue = /^(Tiền cần chuyển trả|Transfers to make)/;

test("of three producers paid by one transfer one cancels: exactly its part goes back", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(240_000);
  const { pay, portal, purchase, checkout } = vi;
  const cancelling = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const goods = [cancelling, producerAt(SHOPS.beside)].map(({ handle }) => findGood(page, handle));
  const [own, other] = await Promise.all(goods);
  if (!own || !other) throw new Error("Both producers have something to sell.");
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1), sells: true });
  for (const { handle } of [own, other]) {
    await page.goto(`/products/${handle}`);
    await addToCart(page);
  }
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email: EMAIL });
  await page.getByRole("radio", { name: new RegExp(checkout.vietqr.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const asked = await readTransfer(page);
  expect(asked.amount_vnd).toBe(total);
  await tellOfTransfer(page, demo.backend, asked);
  await expect(page.getByText(purchase.thanks(EMAIL))).toBeVisible({ timeout: 30_000 });
  const purchaseUrl = page.url();

  const orders = page.locator("section[aria-labelledby^=order-]");
  await expect(orders).toHaveCount(3);
  const totals = await numbersIn(orders.locator("dl.sums > div.font-semibold dd"));
  expect(sumOf(totals)).toBe(total);
  const order = orders.filter({ hasText: own.producer.name });
  const part = await numberIn(order.locator("dl.sums > div.font-semibold dd"));
  const number = (await order.locator("p .num").first().textContent())?.split(" ").at(-1) ?? "";

  await enterShop(page, cancelling);
  await page.getByRole("navigation").getByRole("link", { name: portal.tabs.orders }).click();
  await page.getByRole("link", { name: portal.seeOrderNumber(number) }).click();
  await page.getByText(portal.cancelOrder).click();
  await page.getByRole("radio", { name: "Hết hàng" }).check();
  await page.getByRole("checkbox", { name: portal.cancelConfirm }).check();
  await page.getByRole("button", { name: portal.cancelDo, exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(portal.done.cancel);
  await expectWellMade();

  await page.goto(purchaseUrl);
  await expect(order).toContainText(purchase.cancelledPaid);
  const sums = page.locator(".checkout-box .sums > div");
  const sum = (label: string) => numberIn(sums.filter({ hasText: label }).locator("dd"));
  expect(await sum(pay.refunded)).toBe(part);
  expect(await sum(purchase.paidSoFar)).toBe(total - part);
  for (const left of await orders.filter({ hasNotText: own.producer.name }).all()) {
    await expect(left).not.toContainText(purchase.cancelledPaid);
    await expect(left).not.toContainText(purchase.happened.cancelled);
  }
  await expectWellMade();
  await expect(visitLine(page, outing)).toBeVisible();
  await openTicket(page, outing);

  await enterOffice(page);
  await page.goto(`${demo.admin}/refunds-due`);
  await expect(page.getByRole("heading", { name: refundsDue })).toBeVisible();
  const due = page.getByRole("row").filter({ hasText: number });
  await expect(due).toHaveCount(1);
  await expect(due).toContainText(amountIn(part));
});
