import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { noteRefundsOf } from "../purchase/note-refund";
import { paymentService } from "../purchase/payments";
import { enterRefund } from "./enter-refund";
import { isAnswered, type KeyedRefund, refundUnderKey } from "./order-refunds";
import { refundLock } from "./refund-lock";

/** A refund of Medusa's that was asked for by another way than ours. */
export type Mending = { order_id: string; payment_id: string; refund_id: string };

const mendRefundStep = createStep("mend-refund", async (input: Mending, { container }) => {
  const { order_id, payment_id, refund_id } = input;
  const payments = paymentService({ container });
  const payment = await payments.retrievePayment(payment_id, {
    relations: ["captures", "refunds"],
  });
  const refunds = (payment.refunds ?? []) as KeyedRefund[];
  const refund = refunds.find(({ id }) => id === refund_id);
  if (!refund || isAnswered(payment, refund)) return new StepResponse(false);
  const amount_vnd = Number(refund.amount);
  const made = await refundUnderKey(payments, payment, {
    key: refund.metadata?.refund_key ?? refund_id,
    amount_vnd,
    actor_id: refund.created_by ?? "",
    note: refund.note ?? "",
  });
  await enterRefund(container, { order_id, amount_vnd, refund_id: made });
  await noteRefundsOf(container, payment.payment_collection_id);
  return new StepResponse(true);
});

/**
 * Asks the provider again for a refund whose answer nobody waits for any more: a process died in the
 * middle of Medusa's own refund or cancellation. What the provider has done already it only tells; a
 * refusal takes the refund out of Medusa's books. Answers whether there was something to mend.
 */
export const mendRefundWorkflow = createWorkflow("mend-refund", (input: Mending) => {
  acquireLockStep(transform({ input }, ({ input }) => refundLock(input)));
  const mended = mendRefundStep(input);
  releaseLockStep(transform({ input }, ({ input }) => ({ key: refundLock(input).key })));
  return new WorkflowResponse(mended);
});
