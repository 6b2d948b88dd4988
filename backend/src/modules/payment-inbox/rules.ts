/** Attempts before an event is laid aside for a person to look at: two and a half hours of them. */
export const MOST_ATTEMPTS = 12;
/** How long one worker may be silent before another takes its event. */
export const LEASE_MS = 30_000;
/** How long one attempt may take before it counts as failed. */
export const LONGEST_ATTEMPT_MS = 5 * 60_000;

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3_600;

/** Seconds from a failed attempt (1, 2, …) to the next: 5, 10, 20 … one hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}

/** Thrown by a handler for an event that no later attempt can process: it is laid aside at once. */
export class HopelessEventError extends Error {
  override readonly name = "HopelessEventError";
}

/** What `shownPayload` puts in the place of a secret. */
export const HIDDEN = "•••";

/** Keys whose values an operator has no business with: secrets, and what belongs to a card. */
const HIDDEN_KEYS =
  /secret|token|password|authorization|^(card|card_present|number|cvc|cvv|exp_month|exp_year|last4|fingerprint|three_d_secure.*)$/i;
const DEEPEST = 20;

/** A payload for a person's eyes: without secrets and card data, however deep they lie. */
export function shownPayload(payload: unknown, depth = 0): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  if (depth >= DEEPEST) return HIDDEN;
  if (Array.isArray(payload)) return payload.map((inner) => shownPayload(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(payload).map(([key, inner]) => [
      key,
      inner !== null && HIDDEN_KEYS.test(key) ? HIDDEN : shownPayload(inner, depth + 1),
    ]),
  );
}

/** The same payload without the one character that PostgreSQL's jsonb can't hold. */
export function storablePayload(payload: unknown): unknown {
  return JSON.parse(JSON.stringify(payload), (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "") : value,
  );
}
