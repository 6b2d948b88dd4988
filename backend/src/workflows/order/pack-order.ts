import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

/** The parcel stands ready for the carrier. Emits order.packed. */
export const packOrderWorkflow = createWorkflow("pack-order", (input: OrderDeed) => {
  const taken = takeOrderStep(
    transform({ input }, ({ input }) => ({ ...input, step: "pack" as const })),
  );
  emitEventStep({ eventName: OrderEvents.PACKED, data: { id: input.order_id } });
  return new WorkflowResponse(taken);
});
