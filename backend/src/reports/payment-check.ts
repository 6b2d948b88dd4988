import type { LocalDate } from "@cho-lang/shared/calendar";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { PurchaseStatus } from "@cho-lang/shared/domain/purchase";
import type { MoneyDifference, PurchaseMoney } from "../lib/payment-check";
import { sql } from "../lib/sql";

interface PurchaseRow {
  id: string;
  number: string;
  method: PaymentMethod;
  status: PurchaseStatus;
  day: string;
  total_vnd: number;
  is_stuck: boolean;
  /** Captures of the purchase's own payment. */
  captured_vnd: number;
}

interface OrderRow {
  purchase_id: string;
  order_id: string;
  number: string;
  said_in_vnd: number;
  said_out_vnd: number;
  books_in_vnd: number;
  books_out_vnd: number;
  missing_vnd: number;
  sought_vnd: number;
  /** Refunds in the payment's own data, as its provider wrote them down. */
  noted_vnd: number;
}

/** Days in Vietnam, both included. */
export type Days = { from: LocalDate; to: LocalDate };

/** Captures of the payments of a collection that were not called off. */
const captured = (collection: "p" | "o") => sql()`
  (SELECT COALESCE(sum(c.amount), 0)::float8 FROM public.payment y
    JOIN public.capture c ON c.payment_id = y.id AND c.deleted_at IS NULL
    WHERE y.payment_collection_id = ${sql()(`${collection}.payment_collection_id`)}
      AND y.canceled_at IS NULL AND y.deleted_at IS NULL)`;

const dayOf = (instant: "p" | "r" | "t") => {
  const instants = {
    p: sql()`COALESCE(p.paid_at, p.placed_at, p.created_at)`,
    r: sql()`COALESCE(r.paid_at, r.created_at)`,
    t: sql()`t.occurred_at`,
  };
  return sql()`to_char(${instants[instant]} AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
};

/** The money of each purchase that was paid, or else placed or begun, on these days; or of one. */
export async function moneyOf(of: Days | { purchase_id: string }): Promise<PurchaseMoney[]> {
  const isWanted =
    "from" in of
      ? sql()`${dayOf("p")} BETWEEN ${of.from} AND ${of.to}`
      : sql()`p.id = ${of.purchase_id}`;
  const purchases = await sql()<PurchaseRow[]>`
    SELECT p.id, p.number, p.payment AS method, p.status, ${dayOf("p")} AS day,
      p.total_vnd::float8, ${captured("p")} AS captured_vnd,
      COALESCE(p.paid_at < now() - interval '1 hour', false) AS is_stuck
    FROM purchase.purchase p WHERE ${isWanted}
    ORDER BY p.created_at, p.id`;
  const ids = purchases.map(({ id }) => id);
  const [orders, transfers] = await Promise.all([ordersOf(ids), transfersOf(ids)]);
  return purchases.map(({ captured_vnd, ...purchase }) => {
    const { method } = purchase;
    const came = { cod: null, stripe: captured_vnd, vietqr: transfers.came(purchase.id) };
    return {
      ...purchase,
      provider_in_vnd: came[method],
      orders: orders
        .filter(({ purchase_id }) => purchase_id === purchase.id)
        .map(({ purchase_id: _purchase, order_id, noted_vnd, ...order }) => {
          const back = method === "stripe" ? noted_vnd : transfers.wentBack(order_id);
          return { ...order, provider_out_vnd: back };
        }),
    };
  });
}

async function ordersOf(purchaseIds: string[]): Promise<OrderRow[]> {
  return sql()<OrderRow[]>`
    SELECT o.purchase_id, o.order_id, o.number, o.refunded_vnd::float8 AS said_out_vnd,
      o.missing_vnd::float8, (SELECT COALESCE(sum(d.missing_vnd), 0)::float8
        FROM purchase.cash_difference d WHERE d.order_id = o.order_id AND d.deed IS NULL
      ) AS sought_vnd,
      (o.collected_vnd + o.refunded_vnd)::float8 AS said_in_vnd, ${captured("o")} AS books_in_vnd,
      (SELECT COALESCE(sum(f.amount), 0)::float8 FROM public.payment y
        JOIN public.refund f ON f.payment_id = y.id AND f.deleted_at IS NULL
        WHERE y.payment_collection_id = o.payment_collection_id AND y.deleted_at IS NULL
      ) AS books_out_vnd,
      (SELECT COALESCE(sum((noted ->> 'amount_vnd')::numeric), 0)::float8 FROM public.payment y
        CROSS JOIN LATERAL jsonb_array_elements(
          CASE jsonb_typeof(y.data -> 'refunds') WHEN 'array' THEN y.data -> 'refunds'
            ELSE '[]'::jsonb END) noted
        WHERE y.payment_collection_id = o.payment_collection_id AND y.deleted_at IS NULL
          AND COALESCE(noted ->> 'status', '') NOT IN ('failed', 'canceled')
      ) AS noted_vnd
    FROM purchase.purchase_order o WHERE o.purchase_id = ANY(${purchaseIds})
    ORDER BY o.purchase_id, o.position`;
}

/** What came by transfer for each purchase, and what goes back by transfer for each order. */
async function transfersOf(purchaseIds: string[]) {
  const rows = await sql()<{ id: string; amount_vnd: number }[]>`
      SELECT purchase_id AS id, sum(received_vnd)::float8 AS amount_vnd
      FROM vietqr.request WHERE purchase_id = ANY(${purchaseIds}) GROUP BY purchase_id
      UNION ALL
      SELECT o.order_id, sum(d.amount_vnd)::float8 FROM vietqr.refund_due d
      JOIN purchase.purchase_order o ON o.order_id = COALESCE(d.order_id, d.cash_order_id)
      WHERE o.purchase_id = ANY(${purchaseIds}) AND d.status <> 'void' GROUP BY o.order_id`;
  const amounts = new Map(rows.map(({ id, amount_vnd }) => [id, amount_vnd]));
  return {
    came: (purchase_id: string) => amounts.get(purchase_id) ?? 0,
    wentBack: (order_id: string) => amounts.get(order_id) ?? 0,
  };
}

/** Transfers of these days that pay no purchase of ours or are not divided without rest. */
export async function transferDifferences({ from, to }: Days): Promise<MoneyDifference[]> {
  const rows = await sql()<Omit<MoneyDifference, "method">[]>`
    SELECT ${dayOf("r")} AS day, r.code AS subject, 'no_purchase' AS kind,
      r.received_vnd::float8 AS found_vnd, 0::float8 AS expected_vnd
    FROM vietqr.request r LEFT JOIN purchase.purchase p ON p.id = r.purchase_id
    WHERE p.id IS NULL AND r.received_vnd > 0 AND ${dayOf("r")} BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT day, bank_id, 'transfer_split', given_vnd + held_vnd, amount_vnd FROM (
      SELECT ${dayOf("t")} AS day, t.bank_id, t.amount_vnd::float8,
        (SELECT COALESCE(sum(a.amount_vnd), 0)::float8 FROM vietqr.allocation a
          WHERE a.transfer_id = t.id AND a.released_at IS NULL) AS given_vnd,
        (SELECT COALESCE(sum(s.amount_vnd), 0)::float8 FROM vietqr.suspense s
          WHERE s.transfer_id = t.id AND s.resolution IS DISTINCT FROM 'paid_to') AS held_vnd
      FROM vietqr.bank_transfer t WHERE ${dayOf("t")} BETWEEN ${from} AND ${to}) divided
    WHERE given_vnd + held_vnd <> amount_vnd
    ORDER BY day, subject`;
  return rows.map((row) => ({ ...row, method: "vietqr" }));
}

/** Card payments that were given up on these days without Stripe's knowing, until it is told. */
export async function leftOpenDifferences({ from, to }: Days): Promise<MoneyDifference[]> {
  const rows = await sql()<Omit<MoneyDifference, "method" | "kind">[]>`
    SELECT day, subject, found_vnd, 0::float8 AS expected_vnd FROM (
      SELECT to_char(left_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day,
        payment_intent AS subject, amount_vnd::float8 AS found_vnd
      FROM stripe.left_open WHERE closed_at IS NULL) left_open
    WHERE day BETWEEN ${from} AND ${to} ORDER BY day, subject`;
  return rows.map((row) => ({ ...row, method: "stripe", kind: "left_open" }));
}

/** Which of these purchases exist. */
export async function existingPurchases(ids: string[]): Promise<Set<string>> {
  const rows = await sql()<{ id: string }[]>`
    SELECT id FROM purchase.purchase WHERE id = ANY(${ids})`;
  return new Set(rows.map(({ id }) => id));
}
