import type { IPaymentModuleService } from "@medusajs/framework/types";
import { Modules, PaymentCollectionStatus } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { purchaseService } from "../../purchase/claim";
import { openPaymentOf } from "../open-payment";

/**
 * Calls off the payment of an order whose refused parcel was to be paid in cash. Not when anything
 * was captured of it, or when visits of the order are paid with it: their guests may still come. A
 * repeat finds nothing to call off.
 */
export const cancelUnpaidStep = createStep(
  "cancel-unpaid",
  async (input: { order_id: string }, { container }) => {
    const [order] = await purchaseService(container).listOrders({ order_ids: [input.order_id] });
    if (!order) throw new Error(`Order ${input.order_id} is in no purchase.`);
    if (order.is_prepaid || order.visits_vnd > 0) return new StepResponse(false);
    const payment = await openPaymentOf(container, order);
    if (!payment || (payment.captures ?? []).length > 0) return new StepResponse(false);
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
    await payments.cancelPayment(payment.id);
    const status = PaymentCollectionStatus.CANCELED;
    await payments.updatePaymentCollections(order.payment_collection_id, { status });
    return new StepResponse(true);
  },
);
