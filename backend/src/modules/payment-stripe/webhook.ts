import Stripe from "stripe";

/** How old a signature may be, in seconds. */
const TOLERANCE_SECONDS = 300;

/**
 * The event that Stripe signed.
 *
 * @param rawBody the body exactly as it came.
 * @param signature the header Stripe-Signature.
 * @throws Stripe's StripeSignatureVerificationError when it is forged, changed or over 300 s old.
 */
export function verifyEvent(
  rawBody: string | Buffer,
  signature: string,
  secret: string,
  now: Date,
): Stripe.Event {
  return Stripe.webhooks.constructEvent(
    rawBody,
    signature,
    secret,
    TOLERANCE_SECONDS,
    undefined,
    now.getTime(),
  );
}
