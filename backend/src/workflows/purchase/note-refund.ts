import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { oweCash } from "../../modules/payment-vietqr";
import { findOrderOfPayment } from "../../modules/purchase";
import { cashKey, isAnswered, isCash, type KeyedRefund } from "../order/order-refunds";
import { purchaseService } from "./claim";
import { findCollection, paymentService } from "./payments";

/**
 * Makes an order say what its payment's books say was given back, and asks the operator for the
 * transfer of cash. Refunds whose provider has not answered yet may still be taken back by Medusa,
 * and are left out. Repeats and disorder are harmless; other collections are left alone.
 */
export async function noteRefundsOf(
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<number> {
  const service = purchaseService(container);
  const collection = await findCollection(paymentService({ container }), payment_collection_id);
  const payments = collection?.payments ?? [];
  const made = payments.flatMap((payment) => answeredRefunds(payment));
  const refunded_vnd = made.reduce((sum, { amount }) => sum + Number(amount), 0);
  await service.noteRefunded({ payment_collection_id, refunded_vnd });
  for (const payment of payments.filter(isCash)) {
    await oweCashOf(payment_collection_id, payment);
  }
  return refunded_vnd;
}

function answeredRefunds(payment: PaymentDTO): KeyedRefund[] {
  const refunds = (payment.refunds ?? []) as KeyedRefund[];
  return refunds.filter((refund) => isAnswered(payment, refund));
}

/** Each refund of cash is one transfer of the operator's, whoever asked Medusa for it. */
async function oweCashOf(payment_collection_id: string, payment: PaymentDTO): Promise<void> {
  const refunds = answeredRefunds(payment);
  if (refunds.length === 0) return;
  const order = await findOrderOfPayment(payment_collection_id);
  if (!order) return;
  for (const refund of refunds) {
    const { order_id } = order;
    const owed = { order_id, amount_vnd: Number(refund.amount), refund_id: refund.id };
    await oweCash({ ...owed, key: cashKey(refund), payee: null });
  }
}

const noteRefundStep = createStep(
  "note-refund",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const payments = container.resolve(Modules.PAYMENT);
    const { payment_collection_id } = await payments.retrievePayment(payment_id);
    const refunded_vnd = await noteRefundsOf(container, payment_collection_id);
    return new StepResponse({ payment_collection_id, refunded_vnd });
  },
);

/**
 * Makes an order say what was given back of its payment, also by Medusa's own refunds and returns.
 * Reads Medusa's books, so that repeats and disorder are harmless; other payments are left alone.
 */
export const noteRefundWorkflow = createWorkflow(
  "note-refund",
  (input: { payment_id: string }) => new WorkflowResponse(noteRefundStep(input)),
);
