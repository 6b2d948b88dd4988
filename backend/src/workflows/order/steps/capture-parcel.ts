import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows";
import { parcelCash } from "../../../modules/purchase";
import { purchaseService } from "../../purchase/claim";
import { openPaymentOf } from "../open-payment";

/** How captures of a visit's cash are signed, as `collect-visit-cash` does. */
const VISIT = "visit:";

/**
 * Captures of an order's own payment what came for its parcel; the rest of it, for visits, is
 * captured at the village. A repeat finds what was captured before and captures nothing twice. Runs under
 * `orderLock`.
 */
export const captureParcelStep = createStep(
  "capture-parcel",
  async (input: { order_id: string; actor_id: string }, { container }) => {
    const [order] = await purchaseService(container).listOrders({ order_ids: [input.order_id] });
    if (!order) throw new Error(`Order ${input.order_id} is in no purchase.`);
    const payment = await openPaymentOf(container, order);
    const captured = (payment?.captures ?? [])
      .filter(({ created_by }) => !created_by?.startsWith(VISIT))
      .reduce((sum, { amount }) => sum + Number(amount), 0);
    const amount = parcelCash(order).collected_vnd - captured;
    if (!payment || amount <= 0) return new StepResponse(0);
    await capturePaymentWorkflow(container).run({
      input: { payment_id: payment.id, amount, captured_by: input.actor_id },
    });
    return new StepResponse(amount);
  },
);
