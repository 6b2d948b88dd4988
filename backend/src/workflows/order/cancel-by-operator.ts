import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, cancelOrderWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows";
import { orderLock } from "./order-lock";
import { cancelBookingsStep } from "./steps/cancel-bookings";
import { refuseOpenRefundStep } from "./steps/refuse-open-refund";

type CancelByOperator = { order_id: string; actor_id: string };

/**
 * Medusa's cancellation of one order, as its admin asks for it. Medusa gives the money back before it
 * asks anybody, so the order's visits are cancelled first, under their departures' locks: of a guest
 * who arrives and an operator who cancels exactly one wins. Either the guest is refused and the money
 * goes back, or this is refused (`visit_already_happened`) and not a đồng has moved. Refused too while
 * other money of the order is on its way back (`refund_busy`).
 */
export const cancelOrderByOperatorWorkflow = createWorkflow(
  "cancel-order-by-operator",
  (input: CancelByOperator) => {
    acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
    refuseOpenRefundStep(transform({ input }, ({ input: { order_id } }) => ({ order_id })));
    cancelBookingsStep(
      transform({ input }, ({ input }) => ({
        order_id: input.order_id,
        actor: "operator",
        reason: "other",
      })),
    );
    cancelOrderWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        order_id: input.order_id,
        canceled_by: input.actor_id,
      })),
    });
    releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
    return new WorkflowResponse(input);
  },
);
