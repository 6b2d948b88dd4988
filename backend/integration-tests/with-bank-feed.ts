import { createHmac } from "node:crypto";

/**
 * Imported first, before anything that reads the configuration: this file's backend is told of
 * transfers by SePay. Cards are not configured in it.
 */
export const FEED_SECRET = "the secret of the bank feed";
export const ACCOUNT_NUMBER = "0123499999";
process.env.VIETQR_BANK_BIN = "970436";
process.env.VIETQR_ACCOUNT_NUMBER = ACCOUNT_NUMBER;
process.env.VIETQR_ACCOUNT_NAME = "CHO LANG";
process.env.VIETQR_FEED = "sepay";
process.env.VIETQR_FEED_SECRET = FEED_SECRET;

/** A transfer as SePay tells it; the bank's number follows from SePay's. */
export function aTransfer(over: { id: number } & Record<string, unknown>) {
  return {
    gateway: "Vietcombank",
    transactionDate: "2026-11-22 14:02:37",
    accountNumber: ACCOUNT_NUMBER,
    subAccount: null,
    code: null,
    content: "chuc mung nam moi",
    transferType: "in",
    transferAmount: 120_000,
    accumulated: 19_077_000,
    referenceCode: `FT${over.id}`,
    description: "",
    ...over,
  };
}

/** What SePay sends beside a body: signed now, or so many seconds ago. */
export function signedHeaders(body: string, over: { secondsAgo?: number; secret?: string } = {}) {
  const { secondsAgo = 0, secret = FEED_SECRET } = over;
  const timestamp = String(Math.floor(Date.now() / 1_000) - secondsAgo);
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return {
    "content-type": "application/json",
    "x-sepay-timestamp": timestamp,
    "x-sepay-signature": `sha256=${signature}`,
  };
}
