import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { processEventStep } from "./steps/process-event";

/**
 * Processes the event of the inbox that has waited longest; answers what became of it, and null
 * when none is due. Safe to run on any number of servers at once.
 */
export const processEventWorkflow = createWorkflow("process-event", () => {
  return new WorkflowResponse(processEventStep({ id: null }));
});
