import type { OrderStamps } from "@cho-lang/shared/domain/order-progress";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { CancelReason, PurchaseStatus, RefuseReason } from "@cho-lang/shared/domain/purchase";
import { sql } from "../lib/sql";
import { containing } from "./containing";
import { withInstants } from "./instants";

/** A purchase in the operator's list. Amounts are whole đồng. */
export interface PurchaseFacts {
  id: string;
  number: string;
  status: PurchaseStatus;
  created_at: Date;
  placed_at: Date | null;
  email: string;
  full_name: string;
  phone: string;
  street: string;
  commune_code: string;
  province_code: string;
  note: string;
  payment: PaymentMethod;
  pay_until: Date | null;
  paid_at: Date | null;
  goods_vnd: number;
  shipping_vnd: number;
  total_vnd: number;
  failure: string | null;
}

/** One producer's order in a purchase. */
export interface PurchaseOrderFacts extends OrderStamps {
  purchase_id: string;
  order_id: string;
  number: string;
  producer_id: string;
  producer_name: string;
  goods_vnd: number;
  shipping_vnd: number;
  total_vnd: number;
  due_vnd: number;
  collected_vnd: number;
  refunded_vnd: number;
  missing_vnd: number;
  written_off_vnd: number;
  cancel_reason: CancelReason | null;
  refuse_reason: RefuseReason | null;
}

export interface PurchaseLineFacts {
  order_id: string;
  title: string;
  quantity: number;
  price_vnd: number;
  total_vnd: number;
  stars: number | null;
  /** Of a visit. */
  booking_uuid: string | null;
}

export interface PurchaseFilter {
  /** A part of the number, of the e-mail or of the phone number as stored (+84…) or typed (0…). */
  q?: string;
  status?: PurchaseStatus | undefined;
  producer_id?: string | undefined;
  id?: string;
}

/** One page of purchases, newest first, and how many there are in all. */
export async function purchasePage(
  filter: PurchaseFilter,
  range: { limit: number; offset: number },
): Promise<{ count: number; rows: PurchaseFacts[] }> {
  const { q, status, producer_id, id } = filter;
  const none = sql()``;
  const where = sql()`true
    ${
      q
        ? sql()`AND (p.number ILIKE ${containing(q)} OR p.email ILIKE ${containing(q)}
            OR p.phone LIKE ${containing(q.replace(/[\s.]/g, "").replace(/^0/, "+84"))})`
        : none
    }
    ${status ? sql()`AND p.status = ${status}` : none}
    ${id ? sql()`AND p.id = ${id}` : none}
    ${
      producer_id
        ? sql()`AND EXISTS (SELECT FROM purchase.purchase_order o
            WHERE o.purchase_id = p.id AND o.producer_id = ${producer_id})`
        : none
    }`;
  const [rows, counts] = await Promise.all([
    sql()<PurchaseFacts[]>`
      SELECT p.id, p.number, p.status, p.created_at, p.placed_at, p.email, p.full_name, p.phone,
        p.street, p.commune_code, p.province_code, p.note, p.payment, p.goods_vnd::float8,
        p.shipping_vnd::float8, p.total_vnd::float8, p.failure, p.pay_until,
        p.paid_at
      FROM purchase.purchase p WHERE ${where}
      ORDER BY p.created_at DESC, p.id LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM purchase.purchase p WHERE ${where}`,
  ]);
  return {
    count: counts[0]?.count ?? 0,
    rows: rows.map((row) => withInstants(row, ["created_at", "placed_at", "pay_until", "paid_at"])),
  };
}

const STAMPS = [
  "confirmed_at",
  "packed_at",
  "shipped_at",
  "delivered_at",
  "refused_at",
  "returned_at",
  "cancelled_at",
] as const satisfies readonly (keyof OrderStamps)[];

/** The orders of some purchases, in the order of their carts. */
export async function ordersOfPurchases(purchaseIds: string[]): Promise<PurchaseOrderFacts[]> {
  const rows = await sql()<PurchaseOrderFacts[]>`
    SELECT o.purchase_id, o.order_id, o.number, o.producer_id, pr.name AS producer_name,
      o.has_parcel, o.confirmed_at, o.packed_at, o.shipped_at, o.delivered_at, o.refused_at,
      o.returned_at, o.cancelled_at,
      o.goods_vnd::float8, o.shipping_vnd::float8, o.total_vnd::float8, o.due_vnd::float8,
      o.collected_vnd::float8, o.refunded_vnd::float8, o.missing_vnd::float8,
      o.written_off_vnd::float8, o.cancel_reason, o.refuse_reason
    FROM purchase.purchase_order o JOIN producer pr ON pr.id = o.producer_id
    WHERE o.purchase_id = ANY(${purchaseIds})
    ORDER BY o.purchase_id, o.position`;
  return rows.map((row) => withInstants(row, STAMPS));
}

/** The lines of a purchase as they were bought, in order. */
export async function linesOfPurchase(purchaseId: string): Promise<PurchaseLineFacts[]> {
  return sql()<PurchaseLineFacts[]>`
    SELECT s.order_id, s.title_vi AS title, s.quantity, s.price_vnd::float8, s.total_vnd::float8,
      s.stars, b.uuid AS booking_uuid
    FROM purchase.order_line_snapshot s
    JOIN purchase.purchase_order o ON o.order_id = s.order_id
    LEFT JOIN booking.booking b
      ON b.order_id = s.order_id AND b.order_line_item_id = s.line_item_id
    WHERE o.purchase_id = ${purchaseId} ORDER BY o.position, s.position`;
}
