import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { namePayee, oweCash } from "../../../modules/payment-vietqr";
import { noteRefundMade, type RefundLease } from "../../../modules/purchase";
import { findCollection, paymentService } from "../../purchase/payments";
import { enterRefund } from "../enter-refund";
import { isCash, refundUnderKey } from "../order-refunds";
import { orderOfRefund, runRefund } from "../refund-work";

/**
 * The money of the order's own payment goes back once, and Medusa's order says so. Of cash, and of
 * a transfer whose sender nobody knows, the operator is asked to transfer it.
 */
export const giveMoneyBackStep = createStep(
  "give-money-back",
  async (lease: RefundLease, { container }) => {
    const payment_id = await runRefund(lease, async (refund) => {
      const { amount_vnd, order_id, payee } = refund;
      if (amount_vnd === 0) return null;
      const payments = paymentService({ container });
      const order = await orderOfRefund(container, refund);
      const collection = await findCollection(payments, order.payment_collection_id);
      const payment = collection?.payments?.find(({ captures }) => (captures ?? []).length > 0);
      if (!payment) throw new Error(`Nothing was captured for the order ${order_id}.`);
      const refund_id = await refundUnderKey(payments, payment, refund);
      await noteRefundMade(lease, { refund_id });
      await enterRefund(container, { order_id, amount_vnd, refund_id });
      if (isCash(payment)) {
        await oweCash({ key: `cash:${refund.key}`, order_id, amount_vnd, refund_id, payee });
      } else if (payee) {
        await namePayee(refund_id, payee);
      }
      return payment.id;
    });
    return new StepResponse({ payment_id });
  },
);
