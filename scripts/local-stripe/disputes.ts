import type { Charge, Dispute } from "./objects";
import { newId, type Store, unixNow } from "./store";

const ANSWER_SECONDS = 9 * 86_400;

/** The card's bank takes the money back until the dispute is settled. */
export function openDispute(store: Store, charge: Charge, reason: string): Dispute {
  const dispute: Dispute = {
    id: newId("du"),
    object: "dispute",
    simulator: true,
    amount: charge.amount_captured - charge.amount_refunded,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    currency: charge.currency,
    reason,
    status: "needs_response",
    is_charge_refundable: false,
    evidence_details: {
      due_by: unixNow() + ANSWER_SECONDS,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    metadata: {},
    created: unixNow(),
    livemode: false,
  };
  charge.disputed = true;
  store.disputes.set(dispute.id, dispute);
  store.emit("charge.dispute.created", dispute);
  store.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** Moves a dispute on: under_review, won (the money comes back) or lost. */
export function settleDispute(store: Store, dispute: Dispute, status: string): Dispute {
  dispute.status = status;
  if (status === "won" || status === "lost") {
    store.emit("charge.dispute.closed", dispute);
    if (status === "won") store.emit("charge.dispute.funds_reinstated", dispute);
  } else {
    store.emit("charge.dispute.updated", dispute);
  }
  return dispute;
}
