import { MedusaError } from "@medusajs/framework/utils";
import Stripe from "stripe";
import { RefusalError } from "../../lib/errors";

const { UNEXPECTED_STATE, NOT_ALLOWED, INVALID_DATA } = MedusaError.Types;

/** Codes of Stripe that mean that the intent is in another state than the deed needs. */
const STATE_CODES = new Set([
  "payment_intent_unexpected_state",
  "charge_already_captured",
  "charge_already_refunded",
]);

export function isUnexpectedState(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && STATE_CODES.has(error.code ?? "");
}

/** The same key came with other details: somebody else was here first with another wish. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}

/** Stripe answered that it failed; it answers the same to this key for a day. */
export function isKeyBurnt(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500;
}

/** A failure with a stable code. It may pass, so a purchase is tried again. */
export function failed(code: string, message: string): MedusaError {
  return new MedusaError(UNEXPECTED_STATE, message, code);
}

/** The money is there already: complete the purchase instead of giving it up. */
export function alreadyPaid(intent_id: string): MedusaError {
  return new MedusaError(
    NOT_ALLOWED,
    `${intent_id} is paid: complete its purchase`,
    "already_paid",
  );
}

/** No refusal for good: with the key back all goes on. */
export function notConfigured(): MedusaError {
  return new MedusaError(
    NOT_ALLOWED,
    "This was paid by card, and cards are not configured any more: set STRIPE_API_KEY again first",
    "stripe_not_configured",
  );
}

/** The orders' parts count what was given back of them; money of the whole would be counted nowhere. */
export function refuseMasterRefund(): never {
  throw new MedusaError(
    NOT_ALLOWED,
    "This payment was divided among orders: refund the payment of an order",
    "refund_by_order",
  );
}

/**
 * What went wrong at Stripe as a MedusaError with a stable code: `stripe_unreachable` (nobody knows
 * whether it was done: try again), `stripe_failed`, `stripe_busy`, `stripe_key_refused`,
 * `stripe_key_reused`, `stripe_not_found`, `stripe_disputed`, `stripe_state`, `stripe_refused`; a
 * refusal `card_floor` for less than Stripe takes.
 * Other errors stay as they are.
 */
export function explained(error: unknown): unknown {
  const { errors } = Stripe;
  if (!(error instanceof errors.StripeError)) return error;
  const at = error.requestId ? ` (request ${error.requestId})` : "";
  if (error instanceof errors.StripeConnectionError) {
    return failed("stripe_unreachable", "Stripe did not answer: try again, nothing is done twice");
  }
  if (error instanceof errors.StripeRateLimitError) {
    return failed("stripe_busy", "Stripe asks for fewer requests: try again in a minute");
  }
  const isKeyWrong =
    error instanceof errors.StripeAuthenticationError ||
    error instanceof errors.StripePermissionError;
  if (isKeyWrong) {
    return failed("stripe_key_refused", `Stripe refuses STRIPE_API_KEY: check the key${at}`);
  }
  if (isKeyTaken(error)) {
    return failed("stripe_key_reused", `Another request was sent under the same key${at}`);
  }
  if (isKeyBurnt(error)) {
    return failed("stripe_failed", `Stripe failed: try again${at}`);
  }
  if (error.code === "resource_missing") {
    return new MedusaError(
      INVALID_DATA,
      `Stripe does not know it: ${error.message}`,
      "stripe_not_found",
    );
  }
  if (error.code === "charge_disputed") {
    const message =
      "The card's bank disputes this payment: answer the dispute, no refund is possible";
    return new MedusaError(NOT_ALLOWED, message, "stripe_disputed");
  }
  if (error.code === "amount_too_small") {
    const message = "payment by card is not possible for so little: pay in another way";
    const fields = [{ field: "payment", code: "card_floor", message }];
    return new RefusalError(INVALID_DATA, "card_floor", message, { fields });
  }
  if (isUnexpectedState(error)) {
    return new MedusaError(NOT_ALLOWED, `${error.message}${at}`, "stripe_state");
  }
  return new MedusaError(INVALID_DATA, `Stripe refuses: ${error.message}${at}`, "stripe_refused");
}

/** Runs a deed at Stripe; its errors are told as `explained` says. */
export async function atStripe<T>(deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    throw explained(error);
  }
}
