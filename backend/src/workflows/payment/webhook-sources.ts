import { createHash } from "node:crypto";
import type { PaymentEventProvider } from "@cho-lang/shared/domain/payment-event";
import { MedusaError } from "@medusajs/framework/utils";
import { env } from "../../lib/env";
import { notFound, refuse } from "../../lib/errors";
import { verifyEvent } from "../../modules/payment-stripe";
import {
  type BankFeed,
  bankFeed,
  type WebhookFault,
  type WebhookHeaders,
} from "../../modules/payment-vietqr";
import type { ReceiveEventInput } from "./receive-event";

/** A webhook as it came. */
export type Webhook = { headers: WebhookHeaders; raw_body: Buffer; now: Date };

type Source = (webhook: Webhook) => ReceiveEventInput;

/** Transfers, told by the bank feed that is configured. */
function readBankFeed({ headers, raw_body, now }: Webhook): ReceiveEventInput {
  const { VIETQR_FEED: name, VIETQR_FEED_SECRET: secret } = env;
  if (name === undefined || secret === undefined) notFound(NO_SENDER);
  const feed = bankFeed(name);
  const fault = feed.verify(headers, raw_body, secret, now);
  if (fault) refuseWebhook(fault);
  const payload: unknown = JSON.parse(raw_body.toString("utf8"));
  const { event_id, kind } = identified(feed, payload, raw_body);
  // Another feed, after a change of it, counts its events from one as well.
  return { provider: "vietqr", event_id: `${name}:${event_id}`, kind, payload };
}

/** What a signed body is; in no known format it may still be money, so a person has to see it. */
function identified(feed: BankFeed, payload: unknown, raw_body: Buffer) {
  try {
    return feed.identify(payload);
  } catch {
    const digest = createHash("sha256").update(raw_body).digest("hex").slice(0, 32);
    return { event_id: `unreadable:${digest}`, kind: "unreadable" };
  }
}

const NO_SENDER = "A payment provider with webhooks under this name";

/** Cards; Stripe's own package judges its signature and the window of five minutes. */
function readStripe({ headers, raw_body, now }: Webhook): ReceiveEventInput {
  const { STRIPE_WEBHOOK_SECRET: secret } = env;
  if (secret === undefined) notFound(NO_SENDER);
  const signature = headers["stripe-signature"];
  if (typeof signature !== "string") refuseWebhook("unsigned");
  try {
    const event = verifyEvent(raw_body, signature, secret, now);
    return { provider: "stripe", event_id: event.id, kind: event.type, payload: event };
  } catch (error) {
    const isOld = error instanceof Error && error.message.includes("tolerance");
    refuseWebhook(isOld ? "stale" : "forged");
  }
}

const sources: Readonly<Record<PaymentEventProvider, Source>> = {
  vietqr: readBankFeed,
  stripe: readStripe,
};

/**
 * Reads a webhook of the provider in its path. Answers 404 for one that is unknown or not
 * configured, and 401 for a webhook that the provider did not sign, or signed more than five
 * minutes ago.
 */
export function readWebhook(provider: string, webhook: Webhook): ReceiveEventInput {
  const source = Object.hasOwn(sources, provider)
    ? sources[provider as PaymentEventProvider]
    : undefined;
  if (!source) notFound(NO_SENDER);
  return source(webhook);
}

const FAULTS: Readonly<Record<WebhookFault, string>> = {
  unsigned: "carries no proof of its sender: set the signature or the key at the provider",
  forged: "is not signed with the secret that is configured here: compare the two",
  stale: "is older than five minutes or ahead of our clock: send it again, and check both clocks",
};

function refuseWebhook(fault: WebhookFault): never {
  const code = `webhook_${fault}`;
  const message = FAULTS[fault];
  const fields = [{ field: "signature", code, message }];
  refuse(code, `The webhook ${message}.`, { type: MedusaError.Types.UNAUTHORIZED, fields });
}
