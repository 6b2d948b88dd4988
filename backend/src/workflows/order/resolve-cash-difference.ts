import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { type CashDecision, reopenDifference, resolveDifference } from "../../modules/purchase";
import { orderLock } from "./order-lock";
import { captureParcelStep } from "./steps/capture-parcel";

export type ResolveCashInput = CashDecision & { order_id: string };

/** Moves the missing cash to what came or to what was written off. The undo opens it again. */
const resolveDifferenceStep = createStep(
  "resolve-difference",
  async (decision: CashDecision) => {
    const { is_repeat } = await resolveDifference(decision);
    return new StepResponse({ is_repeat }, is_repeat ? null : decision);
  },
  async (decision) => {
    if (decision) await reopenDifference(decision);
  },
);

/**
 * Decides about cash that did not come with a parcel: cash that came after all is collected and
 * captured of the order's own payment, cash that is written off is not due any more. The first
 * decision stands; the same one again finishes what a crash left and collects nothing twice. Runs
 * under the order's lock, so that it does not meet a delivery or a visit's cash half done.
 *
 * Refuses `cash_difference_resolved`; 404 for an unknown difference.
 */
export const resolveCashDifferenceWorkflow = createWorkflow(
  "resolve-cash-difference",
  (input: ResolveCashInput) => {
    acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
    const resolved = resolveDifferenceStep(input);
    captureParcelStep(
      transform({ input }, ({ input: { order_id, actor_id } }) => ({ order_id, actor_id })),
    );
    releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
    return new WorkflowResponse(resolved);
  },
);
