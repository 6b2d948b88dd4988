import type { Page } from "@playwright/test";
import { addGoodOfHost, bringIntoCart, openTicket, visitLine } from "./booking";
import { findOuting } from "./outings";
import { fillBuyer, placeOrder } from "./shopping";
import { expect, numberIn, test, vi } from "./support";

/** A tour of its own for each window. */
const PLACE = 22;
const EMAIL = "the@example.com";
/** Stripe's own test cards. */
const CARDS = { declined: "4000000000000002", asksTheBank: "4000002500003155" };

/** Types a card into the fields of the simulator of Stripe and pays. */
async function payWith(page: Page, number: string) {
  await page.getByLabel("Số thẻ").fill(number);
  await page.getByLabel(/^Ngày hết hạn/).fill("12/39");
  await page.getByLabel(/^Mã bảo mật/).fill("123");
  await page.locator("[data-card-pay]").click();
}

test("a card is declined, the bank's page is refused, then confirmed: goods and a visit are paid once", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const { pay, purchase, checkout } = vi;
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1), sells: true });
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email: EMAIL });
  await page.getByRole("radio", { name: new RegExp(checkout.stripe.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.getByText(pay.simulator)).toBeVisible();
  await expect(page.locator("[data-card-pay]")).toBeEnabled();
  expect(await numberIn(page.locator("[data-card-pay]"))).toBe(total);
  await expectWellMade();

  await payWith(page, CARDS.declined);
  await expect(page.locator("[data-card-fault]")).not.toBeEmpty();
  await expect(page.locator("[data-card-pay]")).toBeEnabled();
  await expectWellMade();

  await payWith(page, CARDS.asksTheBank);
  await page.getByRole("button", { name: "Fail" }).click();
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.locator("[data-card-fault]")).not.toBeEmpty();
  await expect(page.locator("[data-card-pay]")).toBeEnabled();

  await payWith(page, CARDS.asksTheBank);
  await page.getByRole("button", { name: "Complete" }).click();
  await expect(page.getByText(purchase.thanks(EMAIL))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(purchase.paid, { exact: true })).toBeVisible();
  expect(await numberIn(page.locator(".checkout-box .sums-total dd"))).toBe(total);
  await expect(page).not.toHaveURL(/client_secret/);
  await expect(visitLine(page, outing)).toBeVisible();
  await expectWellMade();
  await openTicket(page, outing);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page of a card says that it needs script, and leads back to the cart", async ({
    page,
    expectWellMade,
  }) => {
    const { pay, cart, checkout } = vi;
    await page.goto("/products?in_stock=true");
    await page.locator(".catalog-grid .card").first().click();
    await page.locator("#buy").getByRole("button", { name: vi.product.add }).click();
    await page.goto("/cart");
    await fillBuyer(page, { email: EMAIL, hasScript: false });
    await page.getByRole("radio", { name: new RegExp(checkout.stripe.slice(0, 12)) }).check();
    await placeOrder(page);
    await expect(page.getByText(pay.cardNeedsScript)).toBeVisible();
    await expect(page.locator("[data-card-pay]")).toBeHidden();
    await expectWellMade();
    await page.getByRole("button", { name: pay.change }).click();
    await expect(page.getByRole("heading", { level: 1, name: cart.title })).toBeVisible();
    await expect(page.locator(".cart-line").first()).toBeVisible();
  });
});
