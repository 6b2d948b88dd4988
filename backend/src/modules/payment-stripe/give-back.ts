import type Stripe from "stripe";
import { failed, isKeyTaken, isUnexpectedState } from "./errors";
import { underKey } from "./keys";
import { refundsOf } from "./refunds";
import { isLive, sumOf } from "./rules";

/** How often a state that changed meanwhile is looked at again. */
const MOST_LOOKS = 4;

/**
 * Returns all money of an intent to its buyer: lets go of what is only held, refunds what is left
 * of what was taken. Whatever races with it (a capture, another refund), nothing is returned twice.
 */
export async function giveBack(stripe: Stripe, intent_id: string): Promise<Stripe.PaymentIntent> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const intent = await stripe.paymentIntents.retrieve(intent_id);
    if (intent.status === "canceled") return intent;
    try {
      if (intent.status !== "succeeded") return await cancelIntent(stripe, intent_id);
      await refundRest(stripe, intent);
      return intent;
    } catch (error) {
      if (!isUnexpectedState(error) && !isKeyTaken(error)) throw error;
    }
  }
  throw failed("stripe_state", `${intent_id} changed all the time: try again`);
}

/** Cancels an intent that holds no money, or lets go of money that it holds. */
export function cancelIntent(stripe: Stripe, intent_id: string): Promise<Stripe.PaymentIntent> {
  return underKey(`cancel:${intent_id}`, (options) =>
    stripe.paymentIntents.cancel(intent_id, {}, options),
  );
}

async function refundRest(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<void> {
  const refunds = await refundsOf(stripe, intent.id);
  const amount = intent.amount_received - sumOf(refunds);
  if (amount <= 0) return;
  // A repeat after a failed refund is another one, hence the number.
  const key = `give-back:${intent.id}:${refunds.length + 1}`;
  const refund = await underKey(key, (options) =>
    stripe.refunds.create(
      {
        payment_intent: intent.id,
        amount,
        metadata: { key, purchase_id: intent.metadata.purchase_id ?? "" },
      },
      options,
    ),
  );
  if (!isLive(refund)) {
    throw failed("refund_failed", `The bank did not take the refund: ${refund.failure_reason}`);
  }
}
