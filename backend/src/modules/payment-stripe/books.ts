import { todayInVietnam } from "@cho-lang/shared/calendar";
import type Stripe from "stripe";
import { configuredStripe } from "./client";
import { atStripe } from "./errors";

/** Most payments of one look at Stripe's books. */
const MOST_INTENTS = 10_000;
const PAGE = 100;

/** What Stripe took and gave back of one payment, in whole đồng. */
type TakenIntent = {
  payment_intent: string;
  /** Empty when no purchase of ours asked for it. */
  purchase_id: string;
  /** Day in Vietnam on which it was begun. */
  day: string;
  received_vnd: number;
  refunded_vnd: number;
};

/**
 * Payments that were begun in a span of time and of which money was taken, at most 10,000.
 *
 * @throws Error for more: look at fewer days.
 */
export async function takenIntents(span: { from: Date; to: Date }): Promise<TakenIntent[]> {
  const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
  const intents = await atStripe(() =>
    configuredStripe()
      .paymentIntents.list({
        created: { gte: seconds(span.from), lt: seconds(span.to) },
        expand: ["data.latest_charge"],
        limit: PAGE,
      })
      .autoPagingToArray({ limit: MOST_INTENTS }),
  );
  if (intents.length === MOST_INTENTS) {
    throw new Error(`Stripe has more than ${MOST_INTENTS} payments: look at fewer days.`);
  }
  return intents.filter(({ amount_received }) => amount_received > 0).map(taken);
}

function taken(intent: Stripe.PaymentIntent): TakenIntent {
  const charge = intent.latest_charge;
  return {
    payment_intent: intent.id,
    purchase_id: intent.metadata.purchase_id ?? "",
    day: todayInVietnam(new Date(intent.created * 1000)),
    received_vnd: intent.amount_received,
    refunded_vnd: typeof charge === "object" && charge !== null ? charge.amount_refunded : 0,
  };
}
