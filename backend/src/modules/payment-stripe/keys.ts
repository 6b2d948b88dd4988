import { isKeyBurnt } from "./errors";

/** Most keys that one deed uses up. */
const MOST_KEYS = 3;

/**
 * Sends a request under a key that is always the same for the same deed, so that a lost answer is
 * only asked for again. Stripe remembers an answered failure (5xx) under its key for a day and
 * repeats it, hence the next key is tried then: only for deeds that Stripe itself does not do twice.
 */
export async function underKey<T>(
  key: string,
  send: (options: { idempotencyKey: string }) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send({ idempotencyKey: attempt === 1 ? key : `${key}:${attempt}` });
    } catch (error) {
      if (attempt === MOST_KEYS || !isKeyBurnt(error)) throw error;
    }
  }
}
