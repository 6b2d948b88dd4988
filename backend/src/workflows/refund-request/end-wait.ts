import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { RefundRequestEvents } from "../events";
import { refundRequestService } from "./request-service";

export type EndWaitInput = { id: string; deed: "lapse" | "overdue" };

const endWaitStep = createStep("end-wait", async ({ id, deed }: EndWaitInput, { container }) => {
  const actor = { id: "deadline", name: "deadline" };
  const { is_repeat } = await refundRequestService(container).act(id, { name: deed }, actor);
  return new StepResponse(is_repeat);
});

/**
 * Nobody answered in time, or the goods did not come back in time: the operator decides. Whoever
 * answers at the same moment is first or finds it decided. Emits refund_request.changed.
 */
export const endWaitWorkflow = createWorkflow("end-wait", (input: EndWaitInput) => {
  const is_repeat = endWaitStep(input);
  emitEventStep({
    eventName: RefundRequestEvents.CHANGED,
    data: transform({ input }, ({ input }) => ({ id: input.id })),
  });
  return new WorkflowResponse(is_repeat);
});
