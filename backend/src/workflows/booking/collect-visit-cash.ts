import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import type { VisitDeed } from "./deeds";
import { settleVisitOf } from "./settle-visit";
import { collectDueStep } from "./steps/collect-due";

/**
 * The host has the cash that was due for a visit. The order's own payment is captured by just this
 * amount; what its parcel costs stays due. A repeat collects nothing twice and finishes what a crash
 * left.
 */
export const collectVisitCashWorkflow = createWorkflow("collect-visit-cash", (deed: VisitDeed) => {
  const change = collectDueStep(deed);
  settleVisitOf(change);
  return new WorkflowResponse(change);
});
