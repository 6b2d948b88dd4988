import { randomBytes } from "node:crypto";
import { ApiError, invalid } from "./api-error";
import { type Card, DECLINES } from "./cards";
import { openDispute } from "./disputes";
import type { Charge, Intent } from "./objects";
import { newId, requireAmount, requireCharge, type Store, unixNow } from "./store";

type Params = Record<string, unknown>;

/** Texts only, as Stripe keeps them; an empty one takes an entry away. */
export function withMetadata(before: Record<string, string>, given: unknown) {
  if (typeof given !== "object" || given === null) return given === "" ? {} : before;
  const merged = { ...before, ...(given as Record<string, unknown>) };
  const entries = Object.entries(merged).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

export function createIntent(store: Store, params: Params): Intent {
  const id = newId("pi");
  const intent: Intent = {
    id,
    object: "payment_intent",
    simulator: true,
    amount: requireCharge(params.amount),
    amount_capturable: 0,
    amount_received: 0,
    currency: String(params.currency).toLowerCase(),
    status: "requires_payment_method",
    client_secret: `${id}_secret_${randomBytes(12).toString("hex")}`,
    capture_method: (params.capture_method as Intent["capture_method"]) ?? "automatic_async",
    confirmation_method: "automatic",
    automatic_payment_methods: (params.automatic_payment_methods as object | undefined) ?? null,
    payment_method_types: ["card"],
    payment_method: null,
    metadata: withMetadata({}, params.metadata),
    latest_charge: null,
    last_payment_error: null,
    next_action: null,
    cancellation_reason: null,
    canceled_at: null,
    description: (params.description as string | undefined) ?? null,
    receipt_email: (params.receipt_email as string | undefined) ?? null,
    created: unixNow(),
    livemode: false,
  };
  if (intent.currency !== "vnd")
    throw invalid("This simulator takes vnd only", { param: "currency" });
  store.intents.set(id, intent);
  store.emit("payment_intent.created", intent);
  return intent;
}

export function updateIntent(store: Store, intent: Intent, params: Params): Intent {
  requireStatus(intent, "updated", [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
  ]);
  if (params.amount !== undefined) intent.amount = requireCharge(params.amount);
  intent.metadata = withMetadata(intent.metadata, params.metadata);
  store.touch();
  return intent;
}

/** Pays with a card. A decline leaves the intent open for another card. */
export function confirmIntent(
  store: Store,
  intent: Intent,
  payment: { card: Card; return_url: string | null; base: string },
): Intent {
  const { card, return_url, base } = payment;
  requireStatus(intent, "confirmed", [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
  ]);
  intent.payment_method = newId("pm");
  intent.next_action = null;
  intent.last_payment_error = null;
  cardsOfIntents.set(intent.id, card);
  if (card.decline_code) throw declined(store, intent, "card_declined", card.decline_code);
  if (!card.needs_authentication) return hold(store, intent);
  intent.status = "requires_action";
  const url = `${base}/_simulator/3ds/${intent.id}`;
  intent.next_action = { type: "redirect_to_url", redirect_to_url: { url, return_url } };
  store.emit("payment_intent.requires_action", intent);
  return intent;
}

/** Which card an intent was last tried with; forgotten with the process. */
const cardsOfIntents = new Map<string, Card>();

export function cardOfIntent(id: string): Card | undefined {
  return cardsOfIntents.get(id);
}

/** The end of 3-D Secure; `succeed` is what the buyer pressed. Pressed again, nothing changes. */
export function authenticate(store: Store, intent: Intent, succeed: boolean): Intent {
  if (intent.status !== "requires_action") return intent;
  intent.next_action = null;
  if (succeed) return hold(store, intent);
  declined(store, intent, "payment_intent_authentication_failure", "authentication_failure");
  return intent;
}

function declined(store: Store, intent: Intent, code: string, reason: string): ApiError {
  intent.status = "requires_payment_method";
  intent.payment_method = null;
  const message = (DECLINES[reason] ?? DECLINES.generic_decline)?.en ?? "Your card was declined.";
  const error = {
    type: code === "card_declined" ? ("card_error" as const) : ("invalid_request_error" as const),
    code,
    ...(code === "card_declined" ? { decline_code: reason } : {}),
    message,
  };
  intent.last_payment_error = error;
  store.emit("payment_intent.payment_failed", intent);
  return new ApiError(402, { ...error, payment_intent: intent });
}

function hold(store: Store, intent: Intent): Intent {
  const card = cardsOfIntents.get(intent.id);
  const charge: Charge = {
    id: newId("ch"),
    object: "charge",
    simulator: true,
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    currency: intent.currency,
    captured: false,
    paid: true,
    refunded: false,
    disputed: false,
    status: "succeeded",
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    payment_method_details: {
      type: "card",
      card: { brand: "visa", last4: card?.number.slice(-4) ?? "4242" },
    },
    metadata: { ...intent.metadata },
    created: unixNow(),
    livemode: false,
  };
  store.charges.set(charge.id, charge);
  intent.latest_charge = charge.id;
  intent.status = "requires_capture";
  intent.amount_capturable = intent.amount;
  store.emit("charge.succeeded", charge);
  if (intent.capture_method !== "manual") return captureIntent(store, intent, {});
  store.emit("payment_intent.amount_capturable_updated", intent);
  return intent;
}

export function captureIntent(store: Store, intent: Intent, params: Params): Intent {
  requireStatus(intent, "captured", ["requires_capture"]);
  const amount =
    params.amount_to_capture === undefined
      ? intent.amount_capturable
      : requireAmount(params.amount_to_capture, "amount_to_capture");
  if (amount > intent.amount_capturable) {
    throw invalid("The amount to capture is greater than what can be captured.", {
      code: "amount_too_large",
      param: "amount_to_capture",
    });
  }
  const charge = store.charge(intent.latest_charge);
  charge.captured = true;
  charge.amount_captured = amount;
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  intent.status = "succeeded";
  store.emit("charge.captured", charge);
  store.emit("payment_intent.succeeded", intent);
  if (cardsOfIntents.get(intent.id)?.is_disputed) openDispute(store, charge, "fraudulent");
  return intent;
}

/** Ends an intent; money that was only held is let go of. */
export function cancelIntent(store: Store, intent: Intent, params: Params): Intent {
  requireStatus(intent, "canceled", [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
  ]);
  if (intent.latest_charge && intent.status === "requires_capture") {
    const charge = store.charge(intent.latest_charge);
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
  }
  intent.status = "canceled";
  intent.amount_capturable = 0;
  intent.next_action = null;
  intent.canceled_at = unixNow();
  intent.cancellation_reason = (params.cancellation_reason as string | undefined) ?? null;
  store.emit("payment_intent.canceled", intent);
  return intent;
}

function requireStatus(intent: Intent, deed: string, allowed: Intent["status"][]): void {
  if (allowed.includes(intent.status)) return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `This PaymentIntent could not be ${deed} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${deed}: ${allowed.join(", ")}.`,
    payment_intent: intent,
  });
}
