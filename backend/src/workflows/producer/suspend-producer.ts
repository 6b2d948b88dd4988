import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { ProducerEvents } from "../events";
import { decideShopStep } from "./steps/decide-shop";

/**
 * The operator stops a shop: nothing of it can be bought, its orders so far are still served. The
 * producer reads the reason. Emits producer.suspended.
 */
export const suspendProducerWorkflow = createWorkflow(
  "suspend-producer",
  (input: { producer_id: string; actor: Actor; reason: string }) => {
    const change = decideShopStep(
      transform({ input }, ({ input }) => ({ ...input, decision: "suspend" as const })),
    );
    emitEventStep({ eventName: ProducerEvents.SUSPENDED, data: { id: input.producer_id } });
    return new WorkflowResponse(change);
  },
);
