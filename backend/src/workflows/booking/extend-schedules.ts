import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { applySchedulesStep } from "./steps/apply-schedules";

export interface ExtendSchedulesInput {
  /** Left out: all of them. */
  option_ids?: string[];
}

/**
 * Makes the departures of tours match their schedules for the coming months. Departures that
 * anybody has booked, closed or changed stay as they are; a repeat changes nothing. Answers how many
 * it added, removed, changed and kept.
 */
export const extendSchedulesWorkflow = createWorkflow(
  "extend-schedules",
  (input: ExtendSchedulesInput) => new WorkflowResponse(applySchedulesStep(input)),
);
