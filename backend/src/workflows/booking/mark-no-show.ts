import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitWorkflow } from "./settle-visit";
import { markNoShowStep } from "./steps/mark-no-show";

/**
 * Nobody of the party came. What they were to pay at the village is written off. Refused before the
 * departure starts and when somebody of them has come.
 */
export const markNoShowWorkflow = createWorkflow("mark-no-show", (deed: VisitDeed) => {
  const change = markNoShowStep(deed);
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
