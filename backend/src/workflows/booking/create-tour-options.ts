import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { NewTourOption as ModuleTourOption } from "../../modules/booking/tables";
import { addTourOptionsStep } from "./steps/add-tour-options";

export type NewTourOption = ModuleTourOption;

export interface CreateTourOptionsInput {
  /** At most 100 in one run. */
  options: NewTourOption[];
}

/**
 * Makes what can be booked of tours: options with their units and schedule rules, all or none.
 * Departures follow from the rules by `extend-schedules`. Answers the options in the order given.
 */
export const createTourOptionsWorkflow = createWorkflow(
  "create-tour-options",
  (input: CreateTourOptionsInput) => new WorkflowResponse(addTourOptionsStep(input)),
);
