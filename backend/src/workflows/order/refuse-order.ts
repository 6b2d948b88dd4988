import type { RefuseBody } from "@cho-lang/shared/contracts/producer";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { cancelUnpaidStep } from "./steps/cancel-unpaid";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

export type RefuseOrderInput = OrderDeed & { refuse: RefuseBody };

/**
 * The parcel was not taken at the door and is on its way back. Nothing is due for it any more; cash
 * for visits of the same order stays due at the village. A payment of which nothing is left to pay
 * is called off in Medusa, last, because that can't be undone. Goods and money that was paid before
 * go back when the parcel is there again. Excludes a delivery at the same moment. Emits
 * order.refused.
 */
export const refuseOrderWorkflow = createWorkflow("refuse-order", (input: RefuseOrderInput) => {
  acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
  const taken = takeOrderStep(
    transform({ input }, ({ input }) => ({ ...input, step: "refuse" as const })),
  );
  cancelUnpaidStep(transform({ input }, ({ input: { order_id } }) => ({ order_id })));
  emitEventStep({ eventName: OrderEvents.REFUSED, data: { id: input.order_id } });
  releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
  return new WorkflowResponse(taken);
});
