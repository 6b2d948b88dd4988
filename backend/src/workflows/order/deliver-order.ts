import type { DeliverBody } from "@cho-lang/shared/contracts/producer";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  acquireLockStep,
  emitEventStep,
  markOrderFulfillmentAsDeliveredWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { captureParcelStep } from "./steps/capture-parcel";
import { readParcelStep } from "./steps/read-parcel";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

export type DeliverOrderInput = OrderDeed & { deliver: DeliverBody };

/**
 * The buyer has the parcel and, with cash on delivery, has paid for it: what came is collected and
 * captured of the order's own payment, what is missing stays due until an operator decides about it.
 * Visits of the same order are paid at the village. Other orders of the purchase are untouched. A
 * repeat finishes what a crash left and collects nothing twice. Emits order.delivered.
 */
export const deliverOrderWorkflow = createWorkflow("deliver-order", (input: DeliverOrderInput) => {
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
  captureParcelStep(
    transform({ input }, ({ input: { order_id, actor_id } }) => ({ order_id, actor_id })),
  );

  emitEventStep({ eventName: OrderEvents.DELIVERED, data: { id: input.order_id } });
  releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
  return new WorkflowResponse(taken);
});
