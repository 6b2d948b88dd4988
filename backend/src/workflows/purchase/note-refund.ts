import { MathBN, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { purchaseService } from "./claim";

const noteRefundStep = createStep(
  "note-refund",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const payments = container.resolve(Modules.PAYMENT);
    const { payment_collection_id } = await payments.retrievePayment(payment_id);
    const relations = ["payments", "payments.refunds"];
    const collection = await payments.retrievePaymentCollection(payment_collection_id, {
      relations,
    });
    const refunds = (collection.payments ?? []).flatMap((payment) => payment.refunds ?? []);
    const refunded_vnd = refunds
      .reduce((sum, { amount }) => MathBN.add(sum, amount), MathBN.convert(0))
      .toNumber();
    await purchaseService(container).noteRefunded({ payment_collection_id, refunded_vnd });
    return new StepResponse({ payment_collection_id, refunded_vnd });
  },
);

/**
 * Makes a prepaid order say what was given back of its payment, also by Medusa's own refunds and
 * returns. Reads Medusa's books, so that repeats and disorder are harmless; other payments are left
 * alone.
 */
export const noteRefundWorkflow = createWorkflow(
  "note-refund",
  (input: { payment_id: string }) => new WorkflowResponse(noteRefundStep(input)),
);
