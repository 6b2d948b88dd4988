import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { purchaseService } from "../../purchase/claim";
import { bookingService } from "../booking-service";
import { settlement } from "../settlement";

interface Settled {
  order_id: string;
  due_delta_vnd: number;
  collected_delta_vnd: number;
  /** What `delivered_at` was before; undefined when it stayed. */
  visited_at?: Date | null;
}

/**
 * Brings an order's cash and its progress to what its visits say; see `settlement`. Runs under the
 * order's lock, so that two phones, or a phone and a delivered parcel, do not count one from what
 * the other is changing. The undo takes the same differences back.
 */
export const settleOrderStep = createStep(
  "settle-order",
  async (input: { order_id: string }, { container }) => {
    const { order_id } = input;
    const purchases = purchaseService(container);
    const bookings = bookingService(container);
    const [order] = await purchases.listOrders({ order_ids: [order_id] });
    if (!order) throw new Error(`A booking names the order ${order_id}, which does not exist.`);
    const [purchase, visits] = await Promise.all([
      purchases.findPurchase(order.purchase_id),
      bookings.listBookings({ order_ids: [order_id] }),
    ]);
    const { visited, ...change } = settlement(order, visits, purchase?.payment === "cod");
    const settled: Settled = { order_id, due_delta_vnd: 0, collected_delta_vnd: 0 };
    if (change.due_delta_vnd !== 0 || change.collected_delta_vnd !== 0) {
      if (await purchases.changeDue({ order_id, ...change })) Object.assign(settled, change);
    }
    if (visited !== null) {
      const at = visited ? new Date() : null;
      if (await purchases.setVisited({ order_id, at })) settled.visited_at = order.delivered_at;
    }
    return new StepResponse(undefined, settled);
  },
  async (settled, { container }) => {
    if (!settled) return;
    const purchases = purchaseService(container);
    const { order_id, due_delta_vnd, collected_delta_vnd, visited_at } = settled;
    if (due_delta_vnd !== 0 || collected_delta_vnd !== 0) {
      await purchases.changeDue({
        order_id,
        due_delta_vnd: -due_delta_vnd,
        collected_delta_vnd: -collected_delta_vnd,
      });
    }
    if (visited_at !== undefined) await purchases.setVisited({ order_id, at: visited_at });
  },
);
