import { createRequire } from "node:module";
import type { CheckoutBody, CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseStanding, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { aBuyer } from "./buyer";
import { must } from "./market";
import { sql } from "./settle";
import { ACCOUNT_NUMBER } from "./with-bank-feed";

// The backend's own instances: Vitest's imports would register the workflows a second time.
const load = createRequire(__filename);
const vietqr: typeof import("../src/modules/payment-vietqr") = load(
  "../src/modules/payment-vietqr",
);
const receiving: typeof import("../src/workflows/payment/receive-transfer") = load(
  "../src/workflows/payment/receive-transfer",
);

type Buyer = ReturnType<typeof aBuyer>;
/** A purchase that was begun with a transfer, and the link to it. */
export type Awaiting = { purchase_id: string; token: string; cart_id: string };

let sent = 0;

/** What a bank tells of money that came. */
export function aTransfer(content: string, amount_vnd: number) {
  sent += 1;
  const source = "sepay" as const;
  const occurred_at = new Date();
  const bank_id = `FT26326${sent}`;
  return { bank_id, account_number: ACCOUNT_NUMBER, amount_vnd, content, occurred_at, source };
}

/** Checks a cart out with a transfer; the purchase then waits for its money. */
export async function checkOutByTransfer(
  buyer: Buyer,
  cart_id: string,
  changes: Partial<CheckoutBody> = {},
): Promise<Awaiting> {
  const { status, data } = await buyer.buy<CheckoutDone>(cart_id, {
    ...changes,
    payment: "vietqr",
  });
  if (status !== 200) throw new Error(JSON.stringify(data));
  return { purchase_id: data.purchase_id, token: data.token, cart_id };
}

export function viewOf(buyer: Buyer, { purchase_id, token }: Awaiting): Promise<PurchaseView> {
  const path = `/store/purchases/${purchase_id}?token=${token}`;
  return buyer.get<PurchaseView>(path).then(({ data }) => data);
}

/** Asks where the purchase stands, after looking for its money or giving it up. */
export async function standing(
  buyer: Buyer,
  { purchase_id, token }: Awaiting,
  deed: "settle" | "abandon",
): Promise<PurchaseStanding> {
  const path = `/store/purchases/${purchase_id}/${deed}?token=${token}`;
  return (await buyer.post<PurchaseStanding>(path)).data;
}

/** The newest request for a purchase's money. */
export async function requestOf({ purchase_id }: Awaiting) {
  const [row] = await sql()<
    { code: string; status: string; amount_vnd: number; received_vnd: number }[]
  >`SELECT code, status, amount_vnd::float8, received_vnd::float8 FROM vietqr.request
    WHERE purchase_id = ${purchase_id} ORDER BY created_at DESC LIMIT 1`;
  return must(row);
}

/** The money comes, and whoever is told of it dies before anything is made of it. */
export async function moneyComes(awaiting: Awaiting, amount_vnd?: number): Promise<void> {
  const { code, amount_vnd: asked } = await requestOf(awaiting);
  await vietqr.recordTransfers([aTransfer(`chuyen tien ${code}`, amount_vnd ?? asked)]);
}

/** The bank tells of the money as it does every day. */
export async function bankTells(
  container: MedusaContainer,
  awaiting: Awaiting,
  amount_vnd?: number,
): Promise<void> {
  const { code, amount_vnd: asked } = await requestOf(awaiting);
  const transfers = [aTransfer(`chuyen tien ${code}`, amount_vnd ?? asked)];
  await receiving.receiveTransfersWorkflow(container).run({ input: { transfers } });
}

/** Why money of a purchase lies in suspense, and how much of it. */
export async function suspenseOf({ purchase_id }: Awaiting) {
  const rows = await sql()<{ reason: string; amount_vnd: number }[]>`
    SELECT s.reason, s.amount_vnd::float8 FROM vietqr.suspense s
    JOIN vietqr.request r ON r.code = s.request_code
    WHERE r.purchase_id = ${purchase_id} ORDER BY s.created_at`;
  return rows.map(({ reason, amount_vnd }) => ({ reason, amount_vnd }));
}

/** What a purchase's row says of its making. */
export async function rowOf({ purchase_id }: Awaiting) {
  const [row] = await sql()<
    { status: string; failure: string | null; is_paid: boolean; is_leased: boolean }[]
  >`SELECT status, failure, paid_at IS NOT NULL AS is_paid, lease_token IS NOT NULL AS is_leased
    FROM purchase.purchase WHERE id = ${purchase_id}`;
  return must(row);
}

/** Σ orders = purchase = what the provider has = what Medusa has captured, each order paid. */
export async function expectExact(
  container: MedusaContainer,
  { purchase_id }: Awaiting,
): Promise<void> {
  const [row] = await sql()`SELECT p.total_vnd::float8, r.received_vnd::float8,
      sum(o.total_vnd)::float8 AS orders_vnd, sum(o.collected_vnd)::float8 AS collected_vnd,
      array_agg(o.order_id) AS order_ids, p.payment_collection_id
    FROM purchase.purchase p JOIN purchase.purchase_order o ON o.purchase_id = p.id
    JOIN vietqr.request r ON r.purchase_id = p.id AND r.status = 'paid'
    WHERE p.id = ${purchase_id} GROUP BY p.id, r.code`;
  const { total_vnd: total, order_ids, payment_collection_id, ...sums } = must(row);
  expect(sums).toEqual({ received_vnd: total, orders_vnd: total, collected_vnd: total });
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "total", "summary.*", "payment_status", "payment_collections.*"],
    filters: { id: order_ids as string[] },
  });
  const captured = data.map((order) => {
    expect(order.payment_collections?.[0]?.status).toBe("completed");
    expect(Number(order.summary?.paid_total)).toBe(Number(order.total));
    return Number(order.payment_collections?.[0]?.captured_amount);
  });
  expect(captured.reduce((sum, amount) => sum + amount, 0)).toBe(total);
  const [master] = await sql()`SELECT status, captured_amount::float8 AS captured
    FROM payment_collection WHERE id = ${payment_collection_id}`;
  expect(master).toMatchObject({ status: "completed", captured: total });
}
