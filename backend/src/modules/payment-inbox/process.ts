import { randomUUID } from "node:crypto";
import type { PaymentEventProvider } from "@cho-lang/shared/domain/payment-event";
import { messageOf } from "../../lib/message-of";
import * as queries from "./queries";
import {
  HopelessEventError,
  LEASE_MS,
  LONGEST_ATTEMPT_MS,
  MOST_ATTEMPTS,
  pauseAfter,
} from "./rules";
import type { PaymentEvent } from "./tables";

/** Does what an event asks for. It may be called again for the same event, and in any order. */
export type EventHandler = (event: PaymentEvent) => Promise<void>;
export type EventHandlers = Readonly<Record<PaymentEventProvider, EventHandler>>;

export type Processed = {
  id: string;
  /** Lost: the worker was silent for so long that another one has taken the event. */
  outcome: "done" | "failed" | "dead" | "lost";
  error: string | null;
};

/** Which event, and the limits of an attempt where they are not the usual ones. */
export type Attempt = { id?: string | undefined; lease_ms?: number; longest_ms?: number };

/**
 * Processes the event that has waited longest, or the one with this id if it is due. While the
 * handler works its lease is renewed; after five minutes the attempt counts as failed. A failure is
 * noted and tried again after a pause; the last one, and a hopeless one, lays the event aside. Null
 * when nothing is due.
 */
export async function processEvent(
  handlers: EventHandlers,
  attempt: Attempt = {},
): Promise<Processed | null> {
  const { id, lease_ms = LEASE_MS, longest_ms = LONGEST_ATTEMPT_MS } = attempt;
  const token = randomUUID();
  const event = await queries.claimEvent({ token, lease_ms, id });
  if (!event) return null;
  const lease = { id: event.id, token };
  if (event.attempts > MOST_ATTEMPTS) {
    const error = event.error ?? "Every worker that processed it ended without an answer.";
    const isOurs = await queries.failEvent(lease, { error, pause_seconds: null });
    return { id: event.id, outcome: isOurs ? "dead" : "lost", error };
  }
  // A renewal that fails is made up for by the next one, or another worker takes the event.
  const renew = () => queries.renewLease(lease, lease_ms).catch(() => undefined);
  const beat = setInterval(renew, lease_ms / 3).unref();
  try {
    await within(longest_ms, handlers[event.provider](event));
  } catch (failure) {
    return await noteFailure(event, token, failure);
  } finally {
    clearInterval(beat);
  }
  const isOurs = await queries.finishEvent(lease);
  return { id: event.id, outcome: isOurs ? "done" : "lost", error: null };
}

/** Gives up waiting after a time; what still goes on does no harm, as every handler can be repeated. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${ms} ms.`)), ms).unref();
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function noteFailure(
  event: PaymentEvent,
  token: string,
  failure: unknown,
): Promise<Processed> {
  const error = messageOf(failure);
  const isOver = failure instanceof HopelessEventError || event.attempts >= MOST_ATTEMPTS;
  const pause_seconds = isOver ? null : pauseAfter(event.attempts);
  const isOurs = await queries.failEvent({ id: event.id, token }, { error, pause_seconds });
  return { id: event.id, outcome: !isOurs ? "lost" : isOver ? "dead" : "failed", error };
}
