import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { type CloseDeed, closeDepartureStep } from "./steps/change-departure";

/** The host closes a departure and says why; guests who have booked are still to be told. */
export const closeDepartureWorkflow = createWorkflow("close-departure", (deed: CloseDeed) => {
  return new WorkflowResponse(closeDepartureStep(deed));
});
