import { failed } from "./errors";
import type { Facts } from "./rules";

/** What Medusa keeps with a session and a payment of this provider. */
export type Data = Record<string, unknown>;

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** True for the payment of one order, which is a part of a purchase's master payment. */
export function isChild(data: Data): boolean {
  return text(data.split_of) !== "";
}

/** The facts that every deed needs. @throws `stripe_data` when the data is not of this provider. */
export function factsOf(data: Data): Facts {
  const payment_intent = text(data.payment_intent);
  const amount_vnd = Number(data.amount_vnd);
  if (!payment_intent || !Number.isSafeInteger(amount_vnd)) {
    throw failed("stripe_data", "This payment has no PaymentIntent of ours");
  }
  return { payment_intent, amount_vnd, session_id: text(data.session_id) };
}

/** What a PaymentIntent tells of the purchase that it pays. */
export function metadataOf(session_id: string, data: Data) {
  return {
    session_id,
    purchase_id: text(data.purchase_id),
    cart_id: text(data.cart_id),
    number: text(data.number),
  };
}
