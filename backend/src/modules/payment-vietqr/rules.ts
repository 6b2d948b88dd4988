import type { SuspenseReason } from "@cho-lang/shared/domain/payment";
import { compactContent } from "./codes";
import type { Request, Source } from "./tables";

/** An open request that its purchase has forgotten for this long takes no more money. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000;

/** What becomes of the money of one transfer; both parts together are all of it. */
export type Split = {
  /** Goes to the request. */
  given_vnd: number;
  /** Goes to suspense, and why. */
  rest: { amount_vnd: number; reason: SuspenseReason } | null;
};

/**
 * Divides what came between its request and suspense. Transfers with one code add up; what comes
 * above the amount is `over`, after it `twice`, after the end `late`.
 */
export function splitTransfer(
  amount_vnd: number,
  request: Pick<Request, "status" | "amount_vnd" | "received_vnd" | "expires_at"> | null,
  now: Date,
): Split {
  const all = (reason: SuspenseReason): Split => ({ given_vnd: 0, rest: { amount_vnd, reason } });
  if (!request) return all("unmatched");
  if (request.status === "paid") return all("twice");
  if (request.status !== "open") return all("late");
  if (now.getTime() - request.expires_at.getTime() > FORGOTTEN_MS) return all("late");
  const given_vnd = Math.min(amount_vnd, request.amount_vnd - request.received_vnd);
  const over = amount_vnd - given_vnd;
  return { given_vnd, rest: over > 0 ? { amount_vnd: over, reason: "over" } : null };
}

/**
 * The request that a transfer is for when its text names several: the only open one, else the only
 * one. Null when that is not clear.
 */
export function chooseRequest<R extends Pick<Request, "status">>(named: readonly R[]): R | null {
  const open = named.filter(({ status }) => status === "open");
  const candidates = open.length > 0 ? open : named;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** What two sources say about a transfer. */
export type Sighting = {
  account_number: string;
  amount_vnd: number;
  content: string;
  occurred_at: Date;
  source: Source;
};

/** A bank books what came in the evening on the next day, and statements have no hours. */
export const ALIKE_MS = 36 * 60 * 60 * 1000;

/**
 * Whether two sources speak of one transfer although they name it differently: the same account,
 * amount and text within a day and a half. One source never names one transfer in two ways.
 */
export function isSameTransfer(a: Sighting, b: Sighting): boolean {
  if (a.source === b.source) return false;
  if (a.account_number !== b.account_number || a.amount_vnd !== b.amount_vnd) return false;
  if (Math.abs(a.occurred_at.getTime() - b.occurred_at.getTime()) > ALIKE_MS) return false;
  const [one, other] = [compactContent(a.content), compactContent(b.content)];
  if (one === "" || other === "") return one === other;
  return one.includes(other) || other.includes(one);
}
