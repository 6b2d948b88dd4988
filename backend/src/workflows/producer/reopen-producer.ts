import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { ProducerEvents } from "../events";
import { decideShopStep } from "./steps/decide-shop";

/**
 * The operator lets a pending or suspended shop sell; its planned closure days still hold. Emits
 * producer.reopened.
 */
export const reopenProducerWorkflow = createWorkflow(
  "reopen-producer",
  (input: { producer_id: string; actor: Actor; reason: string }) => {
    const change = decideShopStep(
      transform({ input }, ({ input }) => ({ ...input, decision: "reopen" as const })),
    );
    emitEventStep({ eventName: ProducerEvents.REOPENED, data: { id: input.producer_id } });
    return new WorkflowResponse(change);
  },
);
