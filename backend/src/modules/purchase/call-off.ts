import { and, eq, isNull } from "drizzle-orm";
import { db } from "../../lib/sql";
import { purchaseOrder } from "./tables";

/**
 * Cancels an order of visits whose guests have called them off, and leaves what was collected and
 * given back as it is: the producer keeps the rest. Nothing is due any more. A repeat changes
 * nothing, and an order whose guests have come stays as it is.
 */
export async function markCalledOff(of: {
  order_id: string;
  at: Date;
  reason: string;
}): Promise<void> {
  await db()
    .update(purchaseOrder)
    .set({ cancelled_at: of.at, cancel_reason: of.reason, cancel_note: "", due_vnd: 0 })
    .where(
      and(
        eq(purchaseOrder.order_id, of.order_id),
        eq(purchaseOrder.has_parcel, false),
        isNull(purchaseOrder.delivered_at),
        isNull(purchaseOrder.cancelled_at),
      ),
    );
}
