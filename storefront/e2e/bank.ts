import { createHmac, randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { numberIn } from "./support";

/** The secret that scripts/test.ts gave the system and these tests. */
const secret = process.env.VIETQR_FEED_SECRET ?? "";

export type Transfer = { content: string; amount_vnd: number };

/** The account that the system under test takes transfers on. */
const account = process.env.VIETQR_ACCOUNT_NUMBER ?? "";

/** A bank's reference of a transfer, as no other test has it. */
export function newReference(): string {
  return `FT${Date.now()}${randomInt(1000, 9999)}`;
}

/**
 * The bank feed tells of money that came in, as SePay does, signed. A repeat with the same reference
 * is the same transfer.
 */
export async function tellOfTransfer(
  page: Page,
  backend: string,
  { content, amount_vnd, reference = newReference() }: Transfer & { reference?: string },
): Promise<void> {
  const now = new Date();
  // SePay writes Vietnam's time without a zone.
  const local = new Date(now.getTime() + 7 * 3_600_000).toISOString();
  const body = JSON.stringify({
    id: randomInt(1, 2 ** 40),
    gateway: "Vietcombank",
    transactionDate: local.slice(0, 19).replace("T", " "),
    accountNumber: account,
    subAccount: null,
    code: null,
    content: `MBVCB.8123.${content}.CT tu 0011 NGUYEN THI HUONG`,
    transferType: "in",
    description: "",
    transferAmount: amount_vnd,
    accumulated: 0,
    referenceCode: reference,
  });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const answer = await page.request.post(`${backend}/hooks/payment/vietqr`, {
    headers: {
      "content-type": "application/json",
      "x-sepay-timestamp": timestamp,
      "x-sepay-signature": `sha256=${signature}`,
    },
    data: body,
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** What the page asks to be transferred. */
export async function readTransfer(page: Page): Promise<Transfer> {
  const lines = page.locator(".pay-lines > div");
  const amount_vnd = await numberIn(lines.nth(0).locator("dd .num"));
  const content = (await lines.nth(1).locator("dd .num").textContent()) ?? "";
  expect(content).toMatch(/^CL[0-9A-Z]{5,}$/);
  return { content, amount_vnd };
}
