import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { settleVisitOf } from "./settle-visit";
import { type GuestsDeed, undoCheckInStep } from "./steps/change-guests";

/** Guests were checked in by mistake: they have not come, and their order is open again. */
export const undoCheckInWorkflow = createWorkflow("undo-check-in", (deed: GuestsDeed) => {
  const change = undoCheckInStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
