import { invalid } from "./api-error";
import { cardOfIntent, withMetadata } from "./intents";
import type { Refund } from "./objects";
import { newId, requireAmount, type Store, unixNow } from "./store";

/** How long a bank takes in this simulator to take or refuse a refund. */
const BANK_MS = 400;

type Params = Record<string, unknown>;

/** Returns money of a captured charge, at most what is left of it. */
export function createRefund(store: Store, params: Params): Refund {
  if (typeof params.payment_intent !== "string") {
    throw invalid("Name the payment_intent", {
      code: "parameter_missing",
      param: "payment_intent",
    });
  }
  const intent = store.intent(params.payment_intent);
  if (intent.status !== "succeeded") {
    throw invalid(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      { param: "payment_intent" },
    );
  }
  const charge = store.charge(intent.latest_charge);
  const rest = charge.amount_captured - charge.amount_refunded;
  if (charge.disputed) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  }
  if (rest === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  const amount = params.amount === undefined ? rest : requireAmount(params.amount);
  if (amount > rest) {
    throw invalid(
      `Refund amount (₫${amount}) is greater than unrefunded amount on charge (₫${rest})`,
      { param: "amount" },
    );
  }
  const ending = cardOfIntent(intent.id)?.refund;
  const refund: Refund = {
    id: newId("re"),
    object: "refund",
    simulator: true,
    amount,
    charge: charge.id,
    payment_intent: intent.id,
    currency: charge.currency,
    status: ending === "pending" ? "pending" : "succeeded",
    reason: (params.reason as string | undefined) ?? null,
    metadata: withMetadata({}, params.metadata),
    created: unixNow(),
  };
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  store.refunds.set(refund.id, refund);
  store.emit("refund.created", refund);
  store.emit("charge.refunded", charge);
  if (ending) {
    const status = ending === "failed" ? "failed" : "succeeded";
    setTimeout(() => settleRefund(store, refund, status), BANK_MS).unref();
  }
  return refund;
}

/** What the buyer's bank does with a refund in the end. A failed one returned nothing. */
export function settleRefund(store: Store, refund: Refund, status: "succeeded" | "failed"): Refund {
  if (refund.status === "failed" || refund.status === status) return refund;
  refund.status = status;
  if (status === "failed") {
    refund.failure_reason = "lost_or_stolen_card";
    const charge = store.charge(refund.charge);
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
    store.emit("refund.failed", refund);
  }
  store.emit("refund.updated", refund);
  return refund;
}
