import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { type BankAccount, markRefundSent } from "../../modules/payment-vietqr";

export type SentRefund = {
  refund_id: string;
  /** The bank's own number of the outgoing transfer. */
  bank_reference: string;
  actor_id: string;
  /** Where it went, when nobody knew before. */
  payee?: BankAccount | undefined;
};

/** The money has left the account: nothing undoes it. */
const markRefundSentStep = createStep("mark-refund-sent", async (sent: SentRefund) => {
  const { id, status, amount_vnd } = await markRefundSent(sent);
  return new StepResponse({ id, status, amount_vnd });
});

/**
 * Notes a refund that the operator has transferred at the bank. Harmless to repeat under the same
 * reference. Refuses `refund_already_sent`, `payee_missing`; 404 for an unknown refund.
 */
export const markRefundSentWorkflow = createWorkflow(
  "mark-refund-sent",
  (sent: SentRefund) => new WorkflowResponse(markRefundSentStep(sent)),
);
