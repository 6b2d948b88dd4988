import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import {
  holdsMoney,
  noteDispute,
  noteRefunds,
  readIntent,
  returnStray,
  standingOf,
} from "../../../modules/payment-stripe";
import { purchaseService } from "../../purchase/claim";
import { completePurchaseWorkflow } from "../../purchase/complete-purchase";

type StripeEvent = { id: string; type: string; data: { object: unknown } };
type Intent = Awaited<ReturnType<typeof readIntent>>;

/** What became of an event. `ignored`: not of a purchase of ours, or nothing to do. */
export type StripeOutcome = { done: "completed" | "returned" | "noted" | "ignored" };

export const settleStripeEventStep = createStep(
  "settle-stripe-event",
  async ({ event }: { event: StripeEvent }, { container }) => {
    const named = namedBy(event);
    if (!named.intent) return new StepResponse<StripeOutcome>({ done: "ignored" });
    const intent = await readIntent(named.intent);
    if (!intent.metadata.purchase_id) return new StepResponse<StripeOutcome>({ done: "ignored" });
    if (named.dispute) await noteDispute(named.dispute, intent);
    if (named.isOfRefund) await noteRefunds(intent);
    if (named.dispute || named.isOfRefund) {
      return new StepResponse<StripeOutcome>({ done: "noted" });
    }
    return new StepResponse<StripeOutcome>({ done: await settle(container, intent) });
  },
);

/** The ids that an event carries, by its type. */
function namedBy({ type, data }: StripeEvent) {
  const object = data.object as { id?: unknown; payment_intent?: unknown };
  const id = typeof object.id === "string" ? object.id : undefined;
  const intent = typeof object.payment_intent === "string" ? object.payment_intent : undefined;
  if (type.startsWith("payment_intent.")) return { intent: id, isOfRefund: false };
  if (type.startsWith("charge.dispute.")) return { intent, dispute: id, isOfRefund: false };
  if (type === "charge.refunded" || /^(charge\.)?refund\./.test(type)) {
    return { intent, isOfRefund: true };
  }
  return { intent: undefined, isOfRefund: false };
}

/** Completes the purchase that this money is for, or returns money that is for none any more. */
async function settle(container: MedusaContainer, intent: Intent): Promise<StripeOutcome["done"]> {
  if (!holdsMoney(intent)) return "ignored";
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
  const { session_id = "", purchase_id = "" } = intent.metadata;
  const [session] = await payments.listPaymentSessions({ id: session_id });
  const purchase = await purchaseService(container).findPurchase(purchase_id);
  // Purchases are never deleted: this one is of another installation with the same Stripe account.
  if (!purchase) return "ignored";
  const isAwaited =
    session !== undefined &&
    purchase.payment_collection_id === session.payment_collection_id &&
    purchase.status !== "failed";
  if (!isAwaited) {
    await returnStray(intent.id);
    await noteRefunds(intent);
    return "returned";
  }
  const amount_vnd = Number(session.amount);
  const standing = standingOf(intent, { session_id, amount_vnd });
  if (standing === "mismatch" || session.currency_code !== "vnd") {
    const { UNEXPECTED_STATE } = MedusaError.Types;
    const message = `${intent.id} pays ${intent.amount} ${intent.currency}, asked were ${amount_vnd} vnd`;
    throw new MedusaError(UNEXPECTED_STATE, message, "stripe_mismatch");
  }
  if (standing !== "paid" || purchase.status === "placed") return "ignored";
  const input = { cart_id: purchase.cart_id, is_begun: true };
  await completePurchaseWorkflow(container).run({ input });
  return "completed";
}
