import type { IOrderModuleService, IPaymentModuleService } from "@medusajs/framework/types";
import { MathBN, Modules, PaymentCollectionStatus } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

/**
 * Strikes a note of cash that was never received. A refund would be untrue: no money went back, and
 * Medusa would make the order cheaper and refuse to capture the cash when it does come. So the
 * capture and the order's transaction go, as Medusa itself takes them back when a provider fails.
 * The capture goes last: while it stands, a repeat does all of this again.
 */
export const strikeCaptureStep = createStep(
  "strike-capture",
  async (input: { order_id: string; payment_id: string; capture_id: string }, { container }) => {
    const orders = container.resolve<IOrderModuleService>(Modules.ORDER);
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
    const transactions = await orders.listOrderTransactions({
      order_id: input.order_id,
      reference: "capture",
      reference_id: input.capture_id,
    });
    if (transactions.length > 0) {
      await orders.deleteOrderTransactions(transactions.map(({ id }) => id));
    }
    const payment = await payments.retrievePayment(input.payment_id, { relations: ["captures"] });
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
