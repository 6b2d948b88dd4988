import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { endRefund, type RefundLease } from "../../../modules/purchase";

/** All books tell the refund now. */
export const endRefundStep = createStep("end-refund", async (lease: RefundLease) => {
  await endRefund(lease);
  return new StepResponse(undefined);
});
