import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  acquireLockStep,
  capturePaymentWorkflow,
  emitEventStep,
  markOrderFulfillmentAsDeliveredWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { readParcelStep } from "./steps/read-parcel";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

/**
 * The buyer has the parcel and, with cash on delivery, has paid for it: what was due is collected
 * and the order's own payment is captured. Other orders of the purchase are untouched. A repeat
 * finishes what a crash left and collects nothing twice. Emits order.delivered.
 */
export const deliverOrderWorkflow = createWorkflow("deliver-order", (input: OrderDeed) => {
  acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
  const taken = takeOrderStep(
    transform({ input }, ({ input }) => ({ ...input, step: "deliver" as const })),
  );
  const parcel = readParcelStep({ order_id: input.order_id });

  when("not-delivered", { parcel }, ({ parcel }) => {
    return parcel.fulfillment_id !== null && !parcel.is_delivered;
  }).then(() => {
    markOrderFulfillmentAsDeliveredWorkflow.runAsStep({
      input: transform({ input, parcel }, ({ input, parcel }) => ({
        orderId: input.order_id,
        fulfillmentId: parcel.fulfillment_id ?? "",
      })),
    });
  });
  // One producer's order has one payment: the share of the master that its cart was split into.
  when("not-captured", { parcel }, ({ parcel }) => parcel.open_payment_ids.length > 0).then(() => {
    capturePaymentWorkflow.runAsStep({
      input: transform({ input, parcel }, ({ input, parcel }) => ({
        payment_id: parcel.open_payment_ids[0] ?? "",
        captured_by: input.actor_id,
      })),
    });
  });

  emitEventStep({ eventName: OrderEvents.DELIVERED, data: { id: input.order_id } });
  releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
  return new WorkflowResponse(taken);
});
