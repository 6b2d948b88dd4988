import { createHmac } from "node:crypto";
import { z } from "@medusajs/framework/zod";
import {
  type BankFeed,
  bankInstant,
  headerOf,
  isFresh,
  isOurs,
  isSameSecret,
  jsonOf,
  maybeText,
} from "./feed";

/**
 * SePay's retries go on for hours, and with an API key nothing but the bank's own time stands in
 * them: a shorter window would refuse money that came while this server was away. What is sent
 * again within it is known by its id.
 */
export const UNSIGNED_WINDOW_MS = 24 * 3_600_000;

/** The body as developer.sepay.vn/en/sepay-webhooks shows it; what is not needed here may differ. */
const sepayBody = z.object({
  id: z.int().min(0),
  transactionDate: bankInstant,
  accountNumber: z.string().trim().min(1).max(64),
  /** The virtual account that was paid into, for banks that have them. */
  subAccount: maybeText,
  content: maybeText,
  /** The bank's whole message; some banks put the payer's text only there. */
  description: maybeText,
  transferType: z.enum(["in", "out"]),
  transferAmount: z.int().min(0),
  /** The bank's number of the transfer; empty for some banks. */
  referenceCode: maybeText,
});

/**
 * SePay. Two of its ways to prove itself are taken, as developer.sepay.vn/en/sepay-webhooks/xac-thuc
 * describes them; its other two (none, OAuth 2.0) are refused as unsigned.
 * - HMAC-SHA256, which it recommends: `X-SePay-Signature: sha256=<hex>` over
 *   `<X-SePay-Timestamp>.<raw body>`, the timestamp in seconds, at most five minutes off.
 * - API key: `Authorization: Apikey <key>`. It signs no time, so the window is judged by
 *   `transactionDate`.
 * `id` is what stays the same over retries.
 */
export const sepay: BankFeed = {
  verify(headers, rawBody, secret, now) {
    const signature = headerOf(headers, "x-sepay-signature");
    if (signature !== null) {
      const timestamp = headerOf(headers, "x-sepay-timestamp") ?? "";
      const signed = createHmac("sha256", secret).update(`${timestamp}.`).update(rawBody);
      if (!isSameSecret(signature, `sha256=${signed.digest("hex")}`)) return "forged";
      if (!/^\d{1,12}$/.test(timestamp)) return "stale";
      return isFresh(new Date(Number(timestamp) * 1_000), now) ? null : "stale";
    }
    const authorization = headerOf(headers, "authorization");
    if (!authorization?.startsWith("Apikey ")) return "unsigned";
    if (!isSameSecret(authorization.slice("Apikey ".length), secret)) return "forged";
    const told = z.object({ transactionDate: bankInstant }).safeParse(jsonOf(rawBody));
    if (!told.success) return "stale";
    return isFresh(told.data.transactionDate, now, UNSIGNED_WINDOW_MS) ? null : "stale";
  },

  identify(body) {
    const { id, transferType } = sepayBody.parse(body);
    return { event_id: String(id), kind: `transfer_${transferType}` };
  },

  parse(body, account_number) {
    const told = sepayBody.parse(body);
    const isIncoming = told.transferType === "in" && told.transferAmount > 0;
    if (!isIncoming || !isOurs([told.accountNumber, told.subAccount], account_number)) return [];
    return [
      {
        bank_id: told.referenceCode || `sepay-${told.id}`,
        account_number,
        amount_vnd: told.transferAmount,
        content: told.content || told.description,
        occurred_at: told.transactionDate,
        source: "sepay",
      },
    ];
  },
};
