import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ApiError, missing } from "./api-error";
import type { Charge, Dispute, Intent, Refund, StripeEvent } from "./objects";

const API_VERSION = "2026-10-28.endive";
const SAVE_MS = 200;

/** What was answered to a request with a key; null while it is under way. */
export type KeptAnswer = { fingerprint: string; answer: null | { status: number; body: string } };

type Saved = {
  intents: Intent[];
  charges: Charge[];
  refunds: Refund[];
  disputes: Dispute[];
  events: StripeEvent[];
  keys: [string, KeptAnswer][];
};

export function newId(prefix: string): string {
  return `${prefix}_sim_${randomBytes(9).toString("hex")}`;
}

export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** Everything that the simulated Stripe knows. Deeds are synchronous, hence never interleave. */
export class Store {
  intents = new Map<string, Intent>();
  charges = new Map<string, Charge>();
  refunds = new Map<string, Refund>();
  disputes = new Map<string, Dispute>();
  events: StripeEvent[] = [];
  keys = new Map<string, KeptAnswer>();
  onEvent: (event: StripeEvent) => void = () => {};
  readonly #file: string | undefined;
  #saving: NodeJS.Timeout | undefined;

  /** @param file where it is kept from one start to the next; in memory only when missing. */
  constructor(file?: string) {
    this.#file = file;
    if (!file || !existsSync(file)) return;
    const saved = JSON.parse(readFileSync(file, "utf8")) as Saved;
    const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
    this.intents = byId(saved.intents);
    this.charges = byId(saved.charges);
    this.refunds = byId(saved.refunds);
    this.disputes = byId(saved.disputes);
    this.events = saved.events;
    this.keys = new Map(saved.keys.filter(([, { answer }]) => answer !== null));
  }

  clear(): void {
    for (const map of [this.intents, this.charges, this.refunds, this.disputes, this.keys]) {
      map.clear();
    }
    this.events = [];
    this.touch();
  }

  intent(id: string): Intent {
    return found(this.intents, id, "payment_intent");
  }

  charge(id: string | null): Charge {
    return found(this.charges, id ?? "", "charge");
  }

  refund(id: string): Refund {
    return found(this.refunds, id, "refund");
  }

  dispute(id: string): Dispute {
    return found(this.disputes, id, "dispute");
  }

  event(id: string): StripeEvent {
    const event = this.events.find((one) => one.id === id);
    if (!event) throw missing("event", id);
    return event;
  }

  /** Tells of a change: the object as it is now goes into an event. */
  emit(type: string, object: object): void {
    const event: StripeEvent = {
      id: newId("evt"),
      object: "event",
      simulator: true,
      api_version: API_VERSION,
      type,
      data: { object: structuredClone(object) },
      created: unixNow(),
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
    };
    this.events.push(event);
    this.touch();
    this.onEvent(event);
  }

  /** Saves soon. */
  touch(): void {
    if (!this.#file || this.#saving) return;
    this.#saving = setTimeout(() => this.flush(), SAVE_MS);
  }

  flush(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (!this.#file) return;
    const saved: Saved = {
      intents: [...this.intents.values()],
      charges: [...this.charges.values()],
      refunds: [...this.refunds.values()],
      disputes: [...this.disputes.values()],
      events: this.events,
      keys: [...this.keys],
    };
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(saved));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function found<T>(map: Map<string, T>, id: string, what: string): T {
  const value = map.get(id);
  if (value === undefined) throw missing(what, id);
  return value;
}

/** Whole đồng from 1; Stripe takes at most eight digits in one charge. */
export function requireAmount(value: unknown, param = "amount"): number {
  const refuse = (code: string, message: string) =>
    new ApiError(400, { type: "invalid_request_error", code, param, message });
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw refuse("parameter_invalid_integer", `Invalid integer: ${String(value)}`);
  }
  if (value < 1) throw refuse("parameter_invalid_integer", "This value must be at least 1.");
  if (value > 99_999_999) {
    throw refuse("amount_too_large", "Amount must be no more than ₫99,999,999");
  }
  return value;
}

/** 0.50 USD, the least of an account that is settled in it, at 26,000 đ. */
const LEAST_CHARGE = 13_000;

/** What may be charged: `requireAmount`, and not less than Stripe takes. */
export function requireCharge(value: unknown): number {
  const amount = requireAmount(value);
  if (amount >= LEAST_CHARGE) return amount;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "amount_too_small",
    param: "amount",
    message: "Amount must convert to at least 50 cents. ₫13,000 are about $0.50.",
  });
}
