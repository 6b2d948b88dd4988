import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { db, type Transaction } from "../../lib/sql";
import { type PurchaseOrder, purchaseOrder } from "./tables";

/** What must still be empty, and what must be filled, for an order to stand at a progress. */
const standsAt: Record<Exclude<OrderProgress, "cancelled">, SQL | undefined> = {
  to_confirm: and(eq(purchaseOrder.has_parcel, true), isNull(purchaseOrder.confirmed_at)),
  to_pack: and(isNotNull(purchaseOrder.confirmed_at), isNull(purchaseOrder.packed_at)),
  to_ship: and(isNotNull(purchaseOrder.packed_at), isNull(purchaseOrder.shipped_at)),
  shipped: and(
    isNotNull(purchaseOrder.shipped_at),
    isNull(purchaseOrder.delivered_at),
    isNull(purchaseOrder.refused_at),
  ),
  delivered: and(eq(purchaseOrder.has_parcel, true), isNotNull(purchaseOrder.delivered_at)),
  refused: and(isNotNull(purchaseOrder.refused_at), isNull(purchaseOrder.returned_at)),
  returned: isNotNull(purchaseOrder.returned_at),
  booked: and(eq(purchaseOrder.has_parcel, false), isNull(purchaseOrder.delivered_at)),
  visited: and(eq(purchaseOrder.has_parcel, false), isNotNull(purchaseOrder.delivered_at)),
};

/** New values of an order's columns; amounts that others change at the same time are expressions. */
export type OrderChange = PgUpdateSetSource<typeof purchaseOrder>;

/**
 * Adds to what is due and to what is collected in one statement; null for an unknown or cancelled
 * order. The table refuses amounts below 0, and more than the order's total.
 */
export async function addToDue(change: {
  order_id: string;
  due_delta_vnd: number;
  collected_delta_vnd: number;
}): Promise<PurchaseOrder | null> {
  const [row] = await db()
    .update(purchaseOrder)
    .set({
      due_vnd: sql`${purchaseOrder.due_vnd} + ${change.due_delta_vnd}::bigint`,
      collected_vnd: sql`${purchaseOrder.collected_vnd} + ${change.collected_delta_vnd}::bigint`,
    })
    .where(and(eq(purchaseOrder.order_id, change.order_id), isNull(purchaseOrder.cancelled_at)))
    .returning();
  return row ?? null;
}

/**
 * Notes how much of an order's money was given back in all; it is no longer collected then. An older,
 * smaller sum that comes late changes nothing. Does nothing for other collections.
 */
export async function raiseRefunded(
  payment_collection_id: string,
  refunded_vnd: number,
): Promise<void> {
  const refunded = sql`GREATEST(${purchaseOrder.refunded_vnd}, ${refunded_vnd}::bigint)`;
  await db()
    .update(purchaseOrder)
    .set({
      refunded_vnd: refunded,
      collected_vnd: sql`${purchaseOrder.collected_vnd} + ${purchaseOrder.refunded_vnd} - ${refunded}`,
    })
    .where(eq(purchaseOrder.payment_collection_id, payment_collection_id));
}

/** Says when the last guest of an order without a parcel came, or that somebody is still to come. */
export async function updateVisited(
  order_id: string,
  at: Date | null,
): Promise<PurchaseOrder | null> {
  const [row] = await db()
    .update(purchaseOrder)
    .set({ delivered_at: at })
    .where(
      and(
        eq(purchaseOrder.order_id, order_id),
        eq(purchaseOrder.has_parcel, false),
        isNull(purchaseOrder.cancelled_at),
      ),
    )
    .returning();
  return row ?? null;
}

/**
 * Moves an order from the progress where it is believed to stand. One statement: of two members
 * who act at once one gets the row and the other null, and must look again.
 */
export async function updateProgress(
  tx: Transaction,
  { order_id, from }: { order_id: string; from: OrderProgress },
  change: OrderChange,
): Promise<PurchaseOrder | null> {
  const stands =
    from === "cancelled"
      ? sql`${purchaseOrder.cancelled_at} IS NOT NULL`
      : and(isNull(purchaseOrder.cancelled_at), standsAt[from]);
  const [row] = await tx
    .update(purchaseOrder)
    .set(change)
    .where(and(eq(purchaseOrder.order_id, order_id), stands))
    .returning();
  return row ?? null;
}
