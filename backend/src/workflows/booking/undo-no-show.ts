import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitWorkflow } from "./settle-visit";
import { undoNoShowStep } from "./steps/mark-no-show";

/** The party was marked by mistake: it is expected again, and what was due is due again. */
export const undoNoShowWorkflow = createWorkflow("undo-no-show", (deed: VisitDeed) => {
  const change = undoNoShowStep(deed);
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
