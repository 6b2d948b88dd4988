import { CARD_LIMIT_VND } from "@cho-lang/shared/domain/payment";
import type Stripe from "stripe";
import { refuse } from "../../lib/errors";

/** What a session or payment of ours knows of its money at Stripe. */
export type Facts = {
  session_id: string;
  /** Whole đồng. */
  amount_vnd: number;
  payment_intent: string;
};

/**
 * `paid`: the money is held or taken, exactly ours. `waiting`: the buyer may still pay, also after
 * a decline. `returned`: it was taken and went back, all or in part. `mismatch`: not our amount,
 * currency or session, hence never to be captured.
 */
export type Standing = "paid" | "waiting" | "canceled" | "returned" | "mismatch";

/** How a PaymentIntent stands to what we asked for. Expand `latest_charge` to know of refunds. */
export function standingOf(
  intent: Stripe.PaymentIntent,
  facts: Pick<Facts, "session_id" | "amount_vnd">,
): Standing {
  const isOurs =
    intent.currency === "vnd" &&
    intent.amount === facts.amount_vnd &&
    intent.metadata.session_id === facts.session_id;
  if (!isOurs) return "mismatch";
  if (intent.status === "canceled") return "canceled";
  if (intent.status === "requires_capture") {
    return intent.amount_capturable === facts.amount_vnd ? "paid" : "mismatch";
  }
  if (intent.status !== "succeeded") return "waiting";
  if (intent.amount_received !== facts.amount_vnd) return "mismatch";
  const charge = intent.latest_charge;
  const back = typeof charge === "object" && charge !== null ? charge.amount_refunded : 0;
  return back > 0 ? "returned" : "paid";
}

/** True while money of the buyer is held or was taken. */
export function holdsMoney(intent: Stripe.PaymentIntent): boolean {
  return intent.status === "requires_capture" || intent.status === "succeeded";
}

/** Refuses `card_amount` for anything but whole đồng from 1 to CARD_LIMIT_VND. */
export function cardAmount(value: unknown, currency: string): number {
  const amount = Number(value);
  const isWhole = currency.toLowerCase() === "vnd" && Number.isSafeInteger(amount) && amount > 0;
  if (!isWhole) refuse("card_amount", "A card pays whole đồng, at least 1: check the amount");
  if (amount > CARD_LIMIT_VND) {
    refuse("card_ceiling", `A card pays at most ${CARD_LIMIT_VND} đồng at once: buy less`);
  }
  return amount;
}

/** One refund as a payment's data tells it. */
export type NotedRefund = {
  id: string;
  key: string;
  amount_vnd: number;
  status: string;
  /** Medusa's row for it; of one with a lost answer, the row that adopted it. */
  refund_id?: string;
};

/** Says of each refund which row of Medusa's asked for it: the one made now, and those known before. */
export function withRows(
  all: readonly NotedRefund[],
  known: readonly NotedRefund[],
  made: { id: string; refund_id: string },
): NotedRefund[] {
  const rows = new Map(known.map(({ id, refund_id }) => [id, refund_id]));
  rows.set(made.id, made.refund_id);
  return all.map((one) => {
    const refund_id = rows.get(one.id) || one.refund_id;
    return refund_id ? { ...one, refund_id } : one;
  });
}

/** Refunds that failed or were called off returned nothing. */
export function isLive(refund: Pick<Stripe.Refund, "status">): boolean {
  return refund.status !== "failed" && refund.status !== "canceled";
}

export function sumOf(refunds: Pick<Stripe.Refund, "amount" | "status">[]): number {
  return refunds.filter(isLive).reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * The refund that an earlier attempt left at Stripe: live, unknown to us, and either of this very
 * row (`refund_id`) or of one that is gone from Medusa. `counted` holds the rows that still exist.
 */
export function lostRefund(
  refunds: Stripe.Refund[],
  refund_id: string,
  { known, counted }: { known: ReadonlySet<string>; counted: ReadonlySet<string> },
): Stripe.Refund | undefined {
  return refunds.find((refund) => {
    const row = refund.metadata?.refund_id ?? "";
    return isLive(refund) && !known.has(refund.id) && (row === refund_id || !counted.has(row));
  });
}
