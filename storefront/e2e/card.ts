import type { Page } from "@playwright/test";
import { fillBuyer, placeOrder } from "./shopping";
import { expect, numberIn, vi } from "./support";

export type Intent = { id: string; simulator: string };

/** What the dashboard or the card's bank does at the simulator of Stripe; its answer. */
export async function atStripe(page: Page, intent: Intent, deed: string, body: object) {
  const answer = await page.request.post(`${intent.simulator}/_simulator/${deed}`, { data: body });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as { id: string };
}

/** The amounts that the simulator has given back of a payment, whole đồng each. */
export async function refundsOf(page: Page, intent: Intent): Promise<number[]> {
  const answer = await page.request.get(`${intent.simulator}/_simulator/state`);
  expect(answer.status()).toBe(200);
  const { refunds } = (await answer.json()) as {
    refunds: { payment_intent: string; amount: number; status: string }[];
  };
  return refunds
    .filter(({ payment_intent, status }) => payment_intent === intent.id && status === "succeeded")
    .map(({ amount }) => amount);
}

/** Pays what stands in the cart with a card; the purchase's page is open. */
export async function payByCard(page: Page, email: string): Promise<Intent & { total: number }> {
  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email });
  await page.getByRole("radio", { name: new RegExp(vi.checkout.stripe.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const form = page.locator("[data-card]");
  const secret = (await form.getAttribute("data-secret")) ?? "";
  const script = (await form.getAttribute("data-script")) ?? "";
  await page.getByLabel("Số thẻ").fill("4242424242424242");
  await page.getByLabel(/^Ngày hết hạn/).fill("12/39");
  await page.getByLabel(/^Mã bảo mật/).fill("123");
  await page.locator("[data-card-pay]").click();
  await expect(page.getByText(vi.purchase.thanks(email))).toBeVisible({ timeout: 30_000 });
  const [id = ""] = secret.split("_secret");
  return { id, simulator: new URL(script).origin, total };
}
