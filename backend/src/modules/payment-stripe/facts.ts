import type Stripe from "stripe";
import { configuredStripe } from "./client";
import { atStripe } from "./errors";
import { giveBack } from "./give-back";
import { upsertDispute, upsertRefund } from "./queries";
import { refundsOf } from "./refunds";

/** Reads an intent again, with its charge; what an event says of it may be old. */
export async function readIntent(id: string): Promise<Stripe.PaymentIntent> {
  return atStripe(() =>
    configuredStripe().paymentIntents.retrieve(id, { expand: ["latest_charge"] }),
  );
}

/** Returns all money of an intent that pays nothing any more; a repeat returns nothing more. */
export async function returnStray(id: string): Promise<void> {
  await atStripe(() => giveBack(configuredStripe(), id));
}

/** Reads a dispute again and notes it. */
export async function noteDispute(id: string, intent: Stripe.PaymentIntent): Promise<void> {
  const read_at = new Date();
  const found = await atStripe(() => configuredStripe().disputes.retrieve(id));
  const due = found.evidence_details?.due_by;
  await upsertDispute({
    id,
    payment_intent: intent.id,
    purchase_id: intent.metadata.purchase_id ?? "",
    amount_vnd: found.amount,
    reason: found.reason,
    status: found.status,
    due_by: due ? new Date(due * 1000) : null,
    opened_at: new Date(found.created * 1000),
    read_at,
  });
}

/** Reads all refunds of an intent again and notes them; those without our key are not ours. */
export async function noteRefunds(intent: Stripe.PaymentIntent): Promise<void> {
  const read_at = new Date();
  const refunds = await atStripe(() => refundsOf(configuredStripe(), intent.id));
  for (const { id, amount, status, metadata, created, failure_reason } of refunds) {
    const owner = metadata?.owner ?? "";
    await upsertRefund({
      id,
      payment_intent: intent.id,
      purchase_id: intent.metadata.purchase_id ?? "",
      amount_vnd: amount,
      status: status ?? "pending",
      is_ours: metadata?.key !== undefined,
      order_id: owner === "" ? null : owner,
      failure: failure_reason ?? null,
      made_at: new Date(created * 1000),
      read_at,
    });
  }
}
