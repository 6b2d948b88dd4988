import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { checkInGuestsWorkflow } from "./check-in-guests";
import { findTicketStep, type TicketDeed } from "./steps/find-ticket";

/** Everybody whom a ticket names, and who has not come yet, has come. */
export const checkInTicketWorkflow = createWorkflow("check-in-ticket", (deed: TicketDeed) => {
  const guests = findTicketStep(deed);
  const change = checkInGuestsWorkflow.runAsStep({ input: guests });
  return new WorkflowResponse(change);
});
