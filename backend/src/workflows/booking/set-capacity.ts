import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { type CapacityDeed, setCapacityStep } from "./steps/change-departure";

/** The host changes how many a departure seats. Refused below what is taken: capacity_below_taken. */
export const setCapacityWorkflow = createWorkflow("set-capacity", (deed: CapacityDeed) => {
  return new WorkflowResponse(setCapacityStep(deed));
});
