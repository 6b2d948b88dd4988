import { MedusaError } from "@medusajs/framework/utils";
import type Stripe from "stripe";
import { failed, isKeyBurnt, isKeyTaken } from "./errors";
import { isLive, lostRefund, type NotedRefund, sumOf } from "./rules";

/** Most refunds that are looked at of one payment. */
const MOST_REFUNDS = 1000;
/** Keys that one refund tries: those that others took or that Stripe failed under are passed by. */
const MOST_ROUNDS = 20;

export type RefundWish = {
  payment_intent: string;
  /** The order, or the session for a payment that was not split. */
  owner: string;
  purchase_id: string;
  amount_vnd: number;
  /** What the owner got of the intent: its ceiling. */
  ceiling_vnd: number;
  /** Medusa's row for this refund. A failed attempt's row is gone when the next one comes. */
  refund_id: string;
  /** Ids of Stripe's refunds that the payment's data tells of. */
  known: string[];
};

/** Which of these rows of Medusa's refunds exist. */
export type Counted = (refund_ids: string[]) => Promise<Set<string>>;

/** All refunds of an intent, oldest first. */
export async function refundsOf(stripe: Stripe, payment_intent: string): Promise<Stripe.Refund[]> {
  const list = stripe.refunds.list({ payment_intent, limit: 100 });
  return (await list.autoPagingToArray({ limit: MOST_REFUNDS })).reverse();
}

/**
 * Gives an owner's money back once, whatever happened before. What an attempt with a lost answer
 * left is adopted. Racing refunds of one owner take turns: each walks the keys `refund:<owner>:<n>`
 * upwards from the first that can be free, Stripe refuses a key that another row has used, and after
 * each refusal all is read again, so that nobody passes by a refund that it has not counted.
 *
 * @throws `refund_above_rest` above the owner's ceiling or what is left at Stripe,
 * `refund_in_doubt` when an earlier attempt returned another amount, `refund_failed`.
 */
export async function refundOnce(
  stripe: Stripe,
  wish: RefundWish,
  counted: Counted,
): Promise<{ refund: Stripe.Refund; all: NotedRefund[] }> {
  let passed = 0;
  let before = -1;
  for (let round = 1; ; round += 1) {
    const all = await refundsOf(stripe, wish.payment_intent);
    const own = all.filter(({ metadata }) => metadata?.owner === wish.owner);
    const ids = own.flatMap(({ metadata }) => metadata?.refund_id ?? []);
    const known = new Set(wish.known);
    const lost = lostRefund(own, wish.refund_id, { known, counted: await counted(ids) });
    if (lost) return { refund: adopt(lost, wish), all: noted(own) };
    await requireRest(stripe, wish, own, all);
    if (own.length === before) passed += 1;
    before = own.length;
    try {
      const refund = await create(stripe, wish, own.length + 1 + passed);
      if (isLive(refund)) return { refund, all: noted([...own, refund]) };
      throw failed("refund_failed", `The bank did not take the refund: ${refund.failure_reason}`);
    } catch (error) {
      if (round === MOST_ROUNDS || !(isKeyTaken(error) || isKeyBurnt(error))) throw error;
    }
  }
}

function adopt(lost: Stripe.Refund, wish: RefundWish): Stripe.Refund {
  if (lost.amount === wish.amount_vnd) return lost;
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `An earlier attempt gave back ${lost.amount} đồng already: refund exactly that first`,
    "refund_in_doubt",
  );
}

async function requireRest(
  stripe: Stripe,
  wish: RefundWish,
  own: Stripe.Refund[],
  all: Stripe.Refund[],
): Promise<void> {
  const intent = await stripe.paymentIntents.retrieve(wish.payment_intent);
  const ofOwner = wish.ceiling_vnd - sumOf(own);
  const ofIntent = intent.amount_received - sumOf(all);
  const rest = Math.min(ofOwner, ofIntent);
  if (wish.amount_vnd <= rest) return;
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Only ${Math.max(rest, 0)} đồng of this payment can still be given back`,
    "refund_above_rest",
  );
}

async function create(stripe: Stripe, wish: RefundWish, n: number): Promise<Stripe.Refund> {
  const key = `refund:${wish.owner}:${n}`;
  return stripe.refunds.create(
    {
      payment_intent: wish.payment_intent,
      amount: wish.amount_vnd,
      metadata: {
        key,
        owner: wish.owner,
        refund_id: wish.refund_id,
        purchase_id: wish.purchase_id,
      },
    },
    { idempotencyKey: key },
  );
}

function noted(refunds: Stripe.Refund[]): NotedRefund[] {
  return refunds.map((refund) => ({
    id: refund.id,
    key: refund.metadata?.key ?? "",
    amount_vnd: refund.amount,
    status: refund.status ?? "pending",
    refund_id: refund.metadata?.refund_id ?? "",
  }));
}
