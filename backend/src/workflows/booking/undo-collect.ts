import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitOf } from "./settle-visit";
import { undoCollectStep } from "./steps/collect-due";

/**
 * The host tapped by mistake and has no cash of this visit: it is due again. This corrects a note and
 * pays nothing back; see `strikeCaptureStep`.
 */
export const undoCollectWorkflow = createWorkflow("undo-collect", (deed: VisitDeed) => {
  const change = undoCollectStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
