import type { IOrderModuleService, IPaymentModuleService } from "@medusajs/framework/types";
import { MathBN, Modules, PaymentCollectionStatus } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

/** How the contrary entry in an order's books names the capture that it strikes. */
const STRUCK = "capture_struck";

/**
 * Strikes a note of cash that was never received. A refund would be untrue: no money went back, and
 * Medusa would make the order cheaper and refuse to capture the cash when it does come. So the
 * capture goes, as Medusa itself takes one back when a provider fails, and the order's books get
 * the contrary entry: deleting the first would leave the sums of a later version of the order. The
 * capture goes last: while it stands, a repeat does what is missing.
 */
export const strikeCaptureStep = createStep(
  "strike-capture",
  async (input: { order_id: string; payment_id: string; capture_id: string }, { container }) => {
    const orders = container.resolve<IOrderModuleService>(Modules.ORDER);
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
    const payment = await payments.retrievePayment(input.payment_id, { relations: ["captures"] });
    const mistaken = payment.captures?.find(({ id }) => id === input.capture_id);
    if (!mistaken) return new StepResponse(undefined);
    const entry = {
      order_id: input.order_id,
      reference: STRUCK,
      reference_id: input.capture_id,
    };
    if ((await orders.listOrderTransactions(entry)).length === 0) {
      const amount = MathBN.mult(mistaken.amount, -1);
      await orders.addOrderTransactions({ ...entry, amount, currency_code: payment.currency_code });
    }
    const captured = (payment.captures ?? [])
      .filter(({ id }) => id !== input.capture_id)
      .reduce((sum, { amount }) => MathBN.add(sum, amount), MathBN.convert(0));
    const reopened = { id: payment.id, captured_at: null };
    await payments.updatePayment(reopened);
    const collection = {
      status: PaymentCollectionStatus.AUTHORIZED,
      captured_amount: captured,
      completed_at: null,
    };
    await payments.updatePaymentCollections(payment.payment_collection_id, collection);
    await payments.deleteCaptures([input.capture_id]);
    return new StepResponse(undefined);
  },
);
