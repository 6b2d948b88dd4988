import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { settleVisitWorkflow } from "./settle-visit";
import { type GuestsDeed, undoCheckInStep } from "./steps/change-guests";

/** Guests were checked in by mistake: they have not come, and their order is open again. */
export const undoCheckInWorkflow = createWorkflow("undo-check-in", (deed: GuestsDeed) => {
  const change = undoCheckInStep(deed);
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
