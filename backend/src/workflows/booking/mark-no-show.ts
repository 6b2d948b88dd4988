import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitOf } from "./settle-visit";
import { markNoShowStep } from "./steps/mark-no-show";

/**
 * Nobody of the party came. What they were to pay at the village is written off. Refused before the
 * departure starts and when somebody of them has come.
 */
export const markNoShowWorkflow = createWorkflow("mark-no-show", (deed: VisitDeed) => {
  const change = markNoShowStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
