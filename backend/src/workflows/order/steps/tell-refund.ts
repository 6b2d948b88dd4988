import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { RefundLease } from "../../../modules/purchase";
import { noteRefundsOf } from "../../purchase/note-refund";
import { orderOfRefund, runRefund } from "../refund-work";

/** The purchase says what went back of its order. */
export const tellRefundStep = createStep(
  "tell-refund",
  async (lease: RefundLease, { container }) => {
    await runRefund(lease, async (refund) => {
      if (refund.amount_vnd === 0) return;
      const { payment_collection_id } = await orderOfRefund(container, refund);
      await noteRefundsOf(container, payment_collection_id);
    });
    return new StepResponse(undefined);
  },
);
