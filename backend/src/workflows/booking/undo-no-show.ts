import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitOf } from "./settle-visit";
import { undoNoShowStep } from "./steps/mark-no-show";

/** The party was marked by mistake: it is expected again, and what was due is due again. */
export const undoNoShowWorkflow = createWorkflow("undo-no-show", (deed: VisitDeed) => {
  const change = undoNoShowStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
