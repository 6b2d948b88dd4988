import { createHmac } from "node:crypto";
import { z } from "@medusajs/framework/zod";
import type { BankAccount } from "../transfers";
import {
  type BankFeed,
  bankInstant,
  bareNumber,
  headerOf,
  isFresh,
  isOurs,
  isSameSecret,
  jsonOf,
  maybeText,
} from "./feed";

/** The body of Casso's Webhook V2: one transaction under `data`. */
const cassoBody = z.object({
  error: z.literal(0),
  data: z.object({
    /** 0 in the call that Casso's settings page makes as a trial. */
    id: z.int().min(0),
    /** The bank's number of the transfer. */
    reference: maybeText,
    description: maybeText,
    /** Below 0 for money that goes out. */
    amount: z.int(),
    transactionDateTime: bankInstant,
    accountNumber: z.string().trim().min(1).max(64),
    virtualAccountNumber: maybeText,
    /** Who sent it, where the bank says so: NAPAS's number of the bank, account and name. */
    counterAccountBankId: maybeText,
    counterAccountNumber: maybeText,
    counterAccountName: maybeText,
  }),
});
type Told = z.output<typeof cassoBody>["data"];

/** The account that money can be given back to; null when it is not told whole. */
function senderOf(told: Told): BankAccount | null {
  const account_number = bareNumber(told.counterAccountNumber);
  const bank_bin = told.counterAccountBankId;
  if (!/^\d{6}$/.test(bank_bin) || account_number === "") return null;
  return { bank_bin, account_number, name: told.counterAccountName };
}

/** The same value with every object's keys in order; lists stay as they are, as in Casso's sample. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * Casso, Webhook V2 (developer.casso.vn; its older webhook with a `Secure-Token` header signs
 * nothing and is refused). `X-Casso-Signature: t=<milliseconds>,v1=<hex>` is an HMAC-SHA512 over
 * `<t>.<JSON of the body with sorted keys>`. A sample that the rule was tried on, found in public
 * code, came out to the last digit; no call of Casso's own was. Casso's text names no window: it is
 * SePay's five minutes.
 */
export const casso: BankFeed = {
  verify(headers, rawBody, secret, now) {
    const header = headerOf(headers, "x-casso-signature");
    if (header === null) return "unsigned";
    const [, timestamp = "", signature = ""] = /^t=(\d{1,15}),v1=([0-9a-f]+)$/.exec(header) ?? [];
    const body = jsonOf(rawBody);
    if (timestamp === "" || body === undefined) return "forged";
    const message = `${timestamp}.${JSON.stringify(sorted(body))}`;
    const wanted = createHmac("sha512", secret).update(message).digest("hex");
    if (!isSameSecret(signature, wanted)) return "forged";
    return isFresh(new Date(Number(timestamp)), now) ? null : "stale";
  },

  identify(body) {
    const { data } = cassoBody.parse(body);
    if (data.id === 0) return { event_id: `trial:${data.reference}`.slice(0, 200), kind: "trial" };
    return { event_id: String(data.id), kind: data.amount > 0 ? "transfer_in" : "transfer_out" };
  },

  parse(body, account_number) {
    const { data } = cassoBody.parse(body);
    const isIncoming = data.id !== 0 && data.amount > 0;
    const named = [data.accountNumber, data.virtualAccountNumber];
    if (!isIncoming || !isOurs(named, account_number)) return [];
    return [
      {
        bank_id: data.reference || `casso-${data.id}`,
        account_number,
        amount_vnd: data.amount,
        content: data.description,
        occurred_at: data.transactionDateTime,
        source: "casso",
        sender: senderOf(data),
      },
    ];
  },
};
