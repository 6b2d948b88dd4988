import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { DepartureDeed } from "./deeds";
import { reopenDepartureStep } from "./steps/change-departure";

/** The host takes a closing back. */
export const reopenDepartureWorkflow = createWorkflow("reopen-departure", (deed: DepartureDeed) => {
  return new WorkflowResponse(reopenDepartureStep(deed));
});
