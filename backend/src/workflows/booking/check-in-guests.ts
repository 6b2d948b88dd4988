import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { settleVisitWorkflow } from "./settle-visit";
import { checkInGuestsStep, type GuestsDeed } from "./steps/change-guests";

/**
 * Guests of one booking have come: some of them or all. Cash that is due stays due until the host
 * says that it was paid. An order of visits is over when its last party has come.
 */
export const checkInGuestsWorkflow = createWorkflow("check-in-guests", (deed: GuestsDeed) => {
  const change = checkInGuestsStep(deed);
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
