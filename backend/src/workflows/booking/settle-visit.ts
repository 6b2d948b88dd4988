import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  acquireLockStep,
  capturePaymentWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows";
import { orderLock } from "../order/order-lock";
import type { VisitChange } from "./deeds";
import { readVisitCashStep } from "./steps/read-visit-cash";
import { settleOrderStep } from "./steps/settle-order";
import { strikeCaptureStep } from "./steps/strike-capture";

/** A visit that changed, and the order that it belongs to. */
type SettleVisitInput = { order_id: string; uuid: string };

/**
 * Brings the order of a visit, and the order's own payment, to what the booking says: what is due
 * and collected, whether all guests have come, and one capture of just the visit's cash. It looks
 * at the facts and not at the deed, so it may run after every deed and any number of times.
 */
const settleVisitWorkflow = createWorkflow("settle-visit", (input: SettleVisitInput) => {
  // As a part of another workflow Medusa would skip the lock without a word.
  acquireLockStep(
    transform({ input }, ({ input }) => ({ ...orderLock(input), executeOnSubWorkflow: true })),
  );
  settleOrderStep({ order_id: input.order_id });
  const cash = readVisitCashStep(input);

  when("collected", { cash }, ({ cash }) => cash.capture_vnd > 0).then(() => {
    capturePaymentWorkflow.runAsStep({
      input: transform({ cash }, ({ cash }) => ({
        payment_id: cash.payment_id,
        amount: cash.capture_vnd,
        captured_by: cash.captured_by,
      })),
    });
  });
  when("mistaken", { cash }, ({ cash }) => cash.mistaken_capture_id !== null).then(() => {
    strikeCaptureStep(
      transform({ input, cash }, ({ input, cash }) => ({
        order_id: input.order_id,
        payment_id: cash.payment_id,
        capture_id: cash.mistaken_capture_id ?? "",
      })),
    );
  });

  releaseLockStep(
    transform({ input }, ({ input }) => ({
      key: orderLock(input).key,
      executeOnSubWorkflow: true,
    })),
  );
  return new WorkflowResponse(input);
});

/** Settles the visit that a deed has changed; one that the host booked himself has no order. */
export function settleVisitOf(change: WorkflowData<VisitChange>): void {
  when("has-order", { change }, ({ change }) => change.order_id !== null).then(() => {
    settleVisitWorkflow.runAsStep({
      input: transform({ change }, ({ change }) => ({
        order_id: change.order_id ?? "",
        uuid: change.uuid,
      })),
    });
  });
}
