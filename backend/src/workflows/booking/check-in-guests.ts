import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { settleVisitOf } from "./settle-visit";
import { checkInGuestsStep, type GuestsDeed } from "./steps/change-guests";

/**
 * Guests of one booking have come: some of them or all. Cash that is due stays due until the host
 * says that it was paid. An order of visits is over when its last party has come.
 */
export const checkInGuestsWorkflow = createWorkflow("check-in-guests", (deed: GuestsDeed) => {
  const change = checkInGuestsStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
