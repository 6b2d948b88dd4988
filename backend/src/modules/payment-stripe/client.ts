import Stripe from "stripe";
import { env } from "../../lib/env";

/** The version of Stripe's API that this code was written for; the SDK's types describe it. */
const API_VERSION = "2026-10-28.endive";
/** How often the SDK sends a request again, under the same key, and how long it waits for one. */
const RETRIES = 2;
const TIMEOUT_MS = 20_000;

export type StripeOptions = {
  api_key: string;
  /** Address of a simulator, such as http://127.0.0.1:4242; Stripe itself when missing. */
  api_url?: string | undefined;
};

/** The SDK's client, for Stripe or for a simulator on this machine. */
export function openStripe({ api_key, api_url }: StripeOptions): Stripe {
  return new Stripe(api_key, {
    apiVersion: API_VERSION,
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(api_url ? addressOf(api_url) : {}),
  });
}

function addressOf(api_url: string) {
  const { hostname, port, protocol } = new URL(api_url);
  const isPlain = protocol === "http:";
  return {
    host: hostname,
    port: port || (isPlain ? 80 : 443),
    protocol: isPlain ? ("http" as const) : ("https" as const),
  };
}

let configured: Stripe | undefined;

/**
 * The client of this installation.
 *
 * @throws when STRIPE_API_KEY is not set: then no card is offered and nobody may come here.
 */
export function configuredStripe(): Stripe {
  const api_key = env.STRIPE_API_KEY;
  if (!api_key) throw new Error("STRIPE_API_KEY is not set: cards are not offered.");
  configured ??= openStripe({ api_key, api_url: env.STRIPE_API_URL });
  return configured;
}
