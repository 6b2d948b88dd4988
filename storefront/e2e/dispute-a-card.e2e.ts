import { addGoodOfHost, bringIntoCart, openTicket } from "./booking";
import { atStripe, payByCard } from "./card";
import { amountIn, enterOffice } from "./office";
import { findOuting } from "./outings";
import { demo, expect, test, vi } from "./support";

/** A tour of its own for each window. */
const PLACE = 26;
const EMAIL = "khieunai@example.com";
/** The admin speaks the operator's language; either will do here. */
const disputesTitle = /^(Khiếu nại thẻ|Card disputes)$/;

test("a card's bank takes the money back for a time: the operator sees by when to answer, and how it ends", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(240_000);
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1), sells: true });
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const intent = await payByCard(page, EMAIL);
  const purchaseUrl = page.url();
  const [, id = ""] = /\/purchase\/([^/?]+)/.exec(purchaseUrl) ?? [];
  const dispute = await atStripe(page, intent, "dispute", {
    payment_intent: intent.id,
    reason: "product_not_received",
  });

  await enterOffice(page);
  const disputes = page.getByRole("region", { name: disputesTitle }).getByRole("row");
  const amount = amountIn(intent.total);
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
