import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

/** The producer has seen the order and will serve it. Emits order.confirmed. */
export const confirmOrderWorkflow = createWorkflow("confirm-order", (input: OrderDeed) => {
  const taken = takeOrderStep(
    transform({ input }, ({ input }) => ({ ...input, step: "confirm" as const })),
  );
  emitEventStep({ eventName: OrderEvents.CONFIRMED, data: { id: input.order_id } });
  return new WorkflowResponse(taken);
});
