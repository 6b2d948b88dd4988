import { sql } from "../src/lib/sql";
import { randomId } from "../src/modules/payment-vietqr/ids";
import { openRequest } from "../src/modules/payment-vietqr/requests";
import type VietQrProvider from "../src/modules/payment-vietqr/service";
import type { BankTransfer } from "../src/modules/payment-vietqr/transfers";

let made = 0;

/** A request for the money of a purchase of its own. */
export function aRequest(over: {
  amount_vnd: number;
  purchase_number?: string;
  purchase_id?: string;
}) {
  made += 1;
  const purchase_number = `CL-${randomId("").slice(1, 6)}`;
  return openRequest({
    session_id: randomId("payses"),
    purchase_id: randomId("pur"),
    cart_id: randomId("cart"),
    purchase_number,
    expires_at: new Date(Date.now() + 25 * 60_000),
    ...over,
  });
}

/** A transfer that the feed tells of, new each time. */
export function aTransfer(over: Partial<BankTransfer> & Pick<BankTransfer, "content">) {
  made += 1;
  const transfer: BankTransfer = {
    bank_id: `FT2632600${made}`,
    account_number: "0123456789",
    amount_vnd: 100_000,
    occurred_at: new Date(),
    source: "sepay",
    ...over,
  };
  return transfer;
}

/** What of the money for a request lies in suspense and why, oldest first. */
export async function suspenseOf(code: string | null): Promise<[string, number][]> {
  const rows = await sql()<{ reason: string; amount: number }[]>`
    SELECT reason, amount_vnd::float8 AS amount FROM vietqr.suspense
    WHERE request_code IS NOT DISTINCT FROM ${code}::text ORDER BY created_at, amount_vnd`;
  return rows.map(({ reason, amount }) => [reason, amount]);
}

/** The data of a purchase's session as the provider began it. */
export async function aMaster(
  provider: VietQrProvider,
  amount: number,
): Promise<Record<string, unknown> & { content: string }> {
  const data = {
    session_id: randomId("payses"),
    purchase_id: randomId("pur"),
    cart_id: randomId("cart"),
    number: `CL-${randomId("").slice(1, 6)}`,
    expires_at: new Date(Date.now() + 25 * 60_000).toISOString(),
    is_master: true,
  };
  const begun = await provider.initiatePayment({ amount, currency_code: "vnd", data });
  return begun.data as Record<string, unknown> & { content: string };
}
