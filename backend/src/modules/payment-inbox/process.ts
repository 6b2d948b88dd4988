import { randomUUID } from "node:crypto";
import type { PaymentEventProvider } from "@cho-lang/shared/domain/payment-event";
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

/**
 * Processes the event that has waited longest, or the one with this id if it is due. While the
 * handler works its lease is renewed, for five minutes at most. A failure is noted and tried again
 * after a pause; the last one, and a hopeless one, lays the event aside. Null when nothing is due.
 */
export async function processEvent(
  handlers: EventHandlers,
  id?: string,
  leaseMs: number = LEASE_MS,
): Promise<Processed | null> {
  const token = randomUUID();
  const event = await queries.claimEvent({ token, lease_ms: leaseMs, id });
  if (!event) return null;
  const lease = { id: event.id, token };
  if (event.attempts > MOST_ATTEMPTS) {
    const error = event.error ?? "Every worker that processed it ended without an answer.";
    const isOurs = await queries.failEvent(lease, { error, pause_seconds: null });
    return { id: event.id, outcome: isOurs ? "dead" : "lost", error };
  }
  const stop = keepLease(lease, leaseMs);
  try {
    await handlers[event.provider](event);
  } catch (failure) {
    return await noteFailure(event, token, failure);
  } finally {
    stop();
  }
  const isOurs = await queries.finishEvent(lease);
  return { id: event.id, outcome: isOurs ? "done" : "lost", error: null };
}

async function noteFailure(
  event: PaymentEvent,
  token: string,
  failure: unknown,
): Promise<Processed> {
  const error = failure instanceof Error ? failure.message : String(failure);
  const isOver = failure instanceof HopelessEventError || event.attempts >= MOST_ATTEMPTS;
  const pause_seconds = isOver ? null : pauseAfter(event.attempts);
  const isOurs = await queries.failEvent({ id: event.id, token }, { error, pause_seconds });
  return { id: event.id, outcome: !isOurs ? "lost" : isOver ? "dead" : "failed", error };
}

/** Renews a lease three times in its length until it is stopped or the attempt is too long. */
function keepLease(lease: { id: string; token: string }, leaseMs: number): () => void {
  const giveUpAt = Date.now() + LONGEST_ATTEMPT_MS;
  const beat = setInterval(() => {
    if (Date.now() > giveUpAt) clearInterval(beat);
    // A renewal that fails is made up for by the next one, or another worker takes the event.
    else queries.renewLease(lease, leaseMs).catch(() => undefined);
  }, leaseMs / 3).unref();
  return () => clearInterval(beat);
}
