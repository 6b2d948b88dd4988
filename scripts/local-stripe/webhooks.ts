import { createHmac } from "node:crypto";
import type { StripeEvent } from "./objects";

/** Waits before each further try of a delivery that was not answered with 2xx. */
const RETRY_MS = [500, 2_000, 5_000, 15_000, 60_000];
const TIMEOUT_MS = 15_000;
const OLD_SECONDS = 301;

export type Target = { url: string; secret: string };

/** How an event can be sent otherwise than as it should be. */
export const WAYS = ["again", "old", "tampered", "forged"] as const;
export type Way = (typeof WAYS)[number];

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Sends events to one address on this machine, signed as Stripe signs them. */
export class Webhooks {
  #target: Target | undefined;
  #held: StripeEvent[] | undefined;
  #isClosed = false;
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @throws Error for an address that is not on this machine. */
  aim(target: Target | undefined): void {
    if (target && !LOOPBACK.has(new URL(target.url).hostname)) {
      throw new Error("The simulator sends webhooks to this machine only.");
    }
    this.#target = target;
  }

  /** From now on events are kept until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends what was kept, one after another, and keeps no more. Answers the statuses. */
  async release(order: "kept" | "reversed"): Promise<{ event: string; status: number }[]> {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (order === "reversed") held.reverse();
    const done: { event: string; status: number }[] = [];
    for (const event of held) done.push({ event: event.id, status: await this.send(event) });
    return done;
  }

  /** Takes an event that has just happened. */
  take(event: StripeEvent): void {
    if (this.#held) this.#held.push(event);
    else if (this.#target) void this.#deliver(event, 0);
  }

  async #deliver(event: StripeEvent, attempt: number): Promise<void> {
    const status = await this.send(event);
    const delay = RETRY_MS[attempt];
    if ((status >= 200 && status < 300) || delay === undefined || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#deliver(event, attempt + 1);
    }, delay);
    this.#timers.add(timer);
  }

  /** Sends an event once and answers the status; 0 when nobody answered. */
  async send(event: StripeEvent, way: Way = "again"): Promise<number> {
    if (!this.#target) return 0;
    const { url, secret } = this.#target;
    const payload = JSON.stringify(event);
    const at = Math.floor(Date.now() / 1000) - (way === "old" ? OLD_SECONDS : 0);
    const key = way === "forged" ? "whsec_of_somebody_else" : secret;
    const body =
      way === "tampered" ? payload.replace('"livemode":false', '"livemode":true') : payload;
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "stripe-signature": signature(payload, key, at),
          "stripe-simulator": "SIMULATOR",
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      if (answer.ok) event.pending_webhooks = 0;
      return answer.status;
    } catch {
      return 0;
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/** The header Stripe-Signature for a payload at an instant (Unix seconds). */
export function signature(payload: string, secret: string, at: number): string {
  const digest = createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex");
  return `t=${at},v1=${digest}`;
}
