import type { Page } from "@playwright/test";
import { addGoodOfHost, bringIntoCart, openTicket } from "./booking";
import { enterOffice } from "./office";
import { findOuting } from "./outings";
import { fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, test, vi } from "./support";

/** A tour of its own for each window. */
const PLACE = 26;
const EMAIL = "khieunai@example.com";
/** The admin speaks the operator's language; either will do here. */
const disputesTitle = /^(Khiếu nại thẻ|Card disputes)$/;

type Intent = { id: string; simulator: string };

/** What the dashboard or the card's bank does at the simulator of Stripe; its answer. */
async function atStripe(page: Page, intent: Intent, deed: string, body: object) {
  const answer = await page.request.post(`${intent.simulator}/_simulator/${deed}`, { data: body });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as { id: string };
}

/** Goods and a visit, paid with a card; the purchase's page is open. */
async function payByCard(page: Page): Promise<Intent & { total: number }> {
  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email: EMAIL });
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
  await expect(page.getByText(vi.purchase.thanks(EMAIL))).toBeVisible({ timeout: 30_000 });
  const [id = ""] = secret.split("_secret");
  return { id, simulator: new URL(script).origin, total };
}

test("a card's bank takes the money back for a time: the operator sees by when to answer, and how it ends", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(240_000);
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1), sells: true });
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const intent = await payByCard(page);
  const purchaseUrl = page.url();
  const [, id = ""] = /\/purchase\/([^/?]+)/.exec(purchaseUrl) ?? [];
  const dispute = await atStripe(page, intent, "dispute", {
    payment_intent: intent.id,
    reason: "product_not_received",
  });

  await enterOffice(page);
  const disputes = page.getByRole("region", { name: disputesTitle }).getByRole("row");
  const amount = new RegExp(String(intent.total).replace(/\B(?=(\d{3})+$)/g, "[.,]"));
  const row = disputes.filter({ has: page.locator(`a[href*="${id}"]`) });
  await expect(async () => {
    await page.goto(`${demo.admin}/money`);
    await expect(row).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 40_000 });
  await expect(row).toContainText(amount);
  const open = await row.textContent();

  await atStripe(page, intent, "settle-dispute", { dispute: dispute.id, status: "won" });
  await expect(async () => {
    await page.goto(`${demo.admin}/purchases/${id}`);
    const told = disputes.filter({ hasText: amount });
    await expect(told).toBeVisible({ timeout: 4000 });
    expect(await told.textContent()).not.toBe(open);
  }).toPass({ timeout: 40_000 });

  await page.goto(purchaseUrl);
  await expect(page.getByText(vi.purchase.paid, { exact: true })).toBeVisible();
  await openTicket(page, outing);
});
