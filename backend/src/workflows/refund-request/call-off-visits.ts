import type { MedusaContainer } from "@medusajs/framework/types";
import { markCalledOff } from "../../modules/purchase";
import type { PurchaseOrder } from "../../modules/purchase/service";
import { bookingService } from "../booking/booking-service";

/**
 * Guests call off their visits and get back less than they paid, by the tour's rules or the
 * operator's word: the seats are free at once, then the money goes back, then the order is cancelled
 * with what the producer keeps. Each part is a repeat when it was done before. Refuses
 * `visit_already_happened` before anything moves.
 */
export async function callOffVisits(
  container: MedusaContainer,
  of: { order: PurchaseOrder; actor: string; refund: () => Promise<void> },
): Promise<void> {
  const { actor } = of;
  const { order_id } = of.order;
  await bookingService(container).cancel({ order_id, actor, reason: "buyer_asked" });
  await of.refund();
  await markCalledOff({ order_id, at: new Date(), reason: "buyer_asked" });
}
