/** Failed sign-ins within one window after which more attempts are refused. */
export const THROTTLE_LIMITS = {
  window_minutes: 15,
  /** One account from one address: a person who forgot the password. */
  pair: 10,
  /** One address over all accounts: a machine that tries a list of accounts. */
  address: 50,
  /** One account over all addresses: many machines that try one account. */
  account: 100,
  /** Keys remembered at most; beyond that the one used longest ago is forgotten. */
  keys: 30_000,
} as const;

const WINDOW_MS = THROTTLE_LIMITS.window_minutes * 60_000;

export interface Attempt {
  /** E-mail as typed; compared without case and outer blanks. */
  account: string;
  /** Null when it is not known; then no limit over all accounts applies. */
  address: string | null;
}

export type Admission =
  | { admitted: true; forgive: () => void }
  | { admitted: false; retry_after_seconds: number };

/**
 * Counts failed attempts in this process. An attempt counts as failed from its start until
 * `forgive` is called, so a hundred attempts sent at once can't slip through together; a success
 * also clears what the same account failed before from the same address.
 *
 * The memory is the process's own: with N servers behind one balancer the limits are up to N times
 * as high, and a restart forgets them. Its size is bounded by THROTTLE_LIMITS.keys.
 */
export class FailureThrottle {
  /** Instants of failures, oldest first; insertion order of the map is order of use. */
  readonly #failures = new Map<string, number[]>();

  /** Admits an attempt and counts it, or says after how many whole seconds to come back (≥ 1). */
  attempt(attempt: Attempt, now: number): Admission {
    const account = attempt.account.trim().toLowerCase().slice(0, 254);
    const pair = `pair ${attempt.address} ${account}`;
    const limits: { key: string; limit: number }[] = [
      { key: pair, limit: THROTTLE_LIMITS.pair },
      { key: `account ${account}`, limit: THROTTLE_LIMITS.account },
    ];
    if (attempt.address !== null) {
      limits.push({ key: `address ${attempt.address}`, limit: THROTTLE_LIMITS.address });
    }
    const opensAt = Math.max(...limits.map(({ key, limit }) => this.#opensAt(key, limit, now)));
    if (opensAt > now) {
      return { admitted: false, retry_after_seconds: Math.ceil((opensAt - now) / 1000) };
    }
    for (const { key } of limits) this.#add(key, now);
    return {
      admitted: true,
      forgive: () => {
        for (const { key } of limits) this.#remove(key, now);
        this.#failures.delete(pair);
      },
    };
  }

  /** Keys remembered now. */
  get size(): number {
    return this.#failures.size;
  }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
  }

  /** When the key has room again: now or earlier when it has. */
  #opensAt(key: string, limit: number, now: number): number {
    const oldestThatCounts = this.#recent(key, now).at(-limit);
    return oldestThatCounts === undefined ? now : oldestThatCounts + WINDOW_MS;
  }

  #add(key: string, now: number): void {
    const recent = [...this.#recent(key, now), now];
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    for (const oldest of this.#failures.keys()) {
      if (this.#failures.size <= THROTTLE_LIMITS.keys) break;
      this.#failures.delete(oldest);
    }
  }

  #remove(key: string, at: number): void {
    const kept = this.#failures.get(key);
    if (!kept) return;
    const index = kept.lastIndexOf(at);
    if (index >= 0) kept.splice(index, 1);
    if (kept.length === 0) this.#failures.delete(key);
  }
}
