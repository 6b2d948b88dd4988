import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { PurchaseOrder } from "../../modules/purchase/service";
import { canCallOff } from "../../modules/refund-request";
import { loadOrderVisits } from "../booking/load-order-visits";
import { purchaseService } from "../purchase/claim";
import { orderFacts } from "./load-choice";

/** The order of a request as it stands now; `left_at`: when its parcel left or its first guest came. */
export async function orderOfRequest(
  container: MedusaContainer,
  { order_id }: { order_id: string },
): Promise<{
  order: PurchaseOrder;
  progress: OrderProgress;
  can_call_off: boolean;
  left_at: Date | null;
}> {
  const service = purchaseService(container);
  const [[order], snapshots, visits] = await Promise.all([
    service.listOrders({ order_ids: [order_id] }),
    service.listLines([order_id]),
    loadOrderVisits(container, [order_id]),
  ]);
  if (!order) throw new Error(`Order ${order_id} has a request but is in no purchase.`);
  const can_call_off = canCallOff(orderFacts(order, snapshots, visits));
  const guests = [...visits.values()].flatMap(({ booking }) => booking.items);
  const came = guests.map(({ redeemed_at }) => redeemed_at);
  const times = [order.shipped_at, ...came].flatMap((at) => at ?? []);
  const left_at = times.reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
  return { order, progress: progressOf(order), can_call_off, left_at };
}
