import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "../../lib/sql";
import { orderRefund } from "./refund-tables";
import { parcelRefundKey } from "./rules";
import { purchaseOrder } from "./tables";

/** A refused parcel of which goods and money are back, while its order does not say so. */
export interface HalfReturned {
  order_id: string;
  producer_id: string;
  /** The member who took it back, and in which state it was. */
  actor_id: string;
  is_sound: boolean;
}

/** Parcels whose taking back died after its refund, over a minute ago; the oldest first, at most 100. */
export async function listHalfReturned(): Promise<HalfReturned[]> {
  return db()
    .select({
      order_id: purchaseOrder.order_id,
      producer_id: purchaseOrder.producer_id,
      actor_id: orderRefund.actor_id,
      is_sound: orderRefund.is_sound,
    })
    .from(purchaseOrder)
    .innerJoin(
      orderRefund,
      eq(orderRefund.key, sql`${parcelRefundKey("")} || ${purchaseOrder.order_id}`),
    )
    .where(
      and(
        isNotNull(purchaseOrder.refused_at),
        isNull(purchaseOrder.returned_at),
        eq(orderRefund.state, "done"),
        lt(orderRefund.done_at, sql`now() - interval '1 minute'`),
      ),
    )
    .orderBy(asc(orderRefund.done_at))
    .limit(100);
}
