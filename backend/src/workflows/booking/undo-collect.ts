import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitWorkflow } from "./settle-visit";
import { undoCollectStep } from "./steps/collect-due";

/**
 * The host tapped by mistake and has no cash of this visit: it is due again. This corrects a note and
 * pays nothing back; see `strikeCaptureStep`.
 */
export const undoCollectWorkflow = createWorkflow("undo-collect", (deed: VisitDeed) => {
  const change = undoCollectStep(deed);
  when("has-order", { change }, ({ change }) => change.order_id !== null).then(() => {
    settleVisitWorkflow.runAsStep({
      input: transform({ change }, ({ change }) => ({
        order_id: change.order_id ?? "",
        uuid: change.uuid,
      })),
    });
  });
  return new WorkflowResponse(change);
});
