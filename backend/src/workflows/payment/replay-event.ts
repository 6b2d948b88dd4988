import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { processEventStep } from "./steps/process-event";
import { resetEventStep } from "./steps/reset-event";

export interface ReplayEventInput {
  id: string;
  /** The operator's name. */
  by: string;
}

/**
 * Processes an event once more, whatever became of it before, and answers how that ended; null when
 * another worker was faster.
 * @throws event_busy (400) while it is processed, not_found (404).
 */
export const replayEventWorkflow = createWorkflow("replay-event", (input: ReplayEventInput) => {
  const reset = resetEventStep(input);
  return new WorkflowResponse(processEventStep(reset));
});
