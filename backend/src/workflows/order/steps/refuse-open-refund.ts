import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { listRefundsOf } from "../../../modules/purchase";

/**
 * An order is not cancelled while some of its money is on its way back: the cancellation gives back
 * all that is left, and the begun refund would find nothing. Refuses `refund_busy`.
 */
export const refuseOpenRefundStep = createStep(
  "refuse-open-refund",
  async ({ order_id }: { order_id: string }) => {
    const isOpen = (await listRefundsOf(order_id)).some(({ state }) => state === "begun");
    if (isOpen) {
      refuse("refund_busy", "Money of this order is being given back right now: wait a minute");
    }
    return new StepResponse(null);
  },
);
