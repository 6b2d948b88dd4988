import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { noteDispute, noteRefunds, readIntent } from "../../../modules/payment-stripe";
import { settleIntent } from "../settle-intent";

type StripeEvent = { id: string; type: string; data: { object: unknown } };

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
    return new StepResponse<StripeOutcome>({
      done: await settleIntent(container, intent),
    });
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
