import type { OrderProgress, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { RefundChoice } from "@cho-lang/shared/contracts/refund-request";
import {
  askUntil,
  BUYER_REASONS,
  isRequestEnded,
  kindsFor,
  REASONS_AT,
  type RequestKind,
  type RequestReason,
  type RequestState,
  VISIT_REASONS,
} from "@cho-lang/shared/domain/refund-request";

type Order = Pick<PurchaseView["orders"][number], "progress" | "history" | "total_vnd" | "due_vnd">;

const ENDS: readonly OrderProgress[] = ["delivered", "visited"];

/**
 * Whether the page of a purchase offers to ask about an order: something fits it, nothing is being
 * asked, it is not too late, and what was sent has been paid. The backend decides once more.
 */
export function canAsk(order: Order, states: readonly RequestState[], now: Date): boolean {
  if (REASONS_AT[order.progress].length === 0) return false;
  if (states.some((state) => !isRequestEnded(state))) return false;
  const isSent = order.progress === "shipped" || order.progress === "delivered";
  if (isSent && order.total_vnd <= order.due_vnd) return false;
  const ended = order.history.find(({ progress }) => ENDS.includes(progress));
  const until = askUntil({ delivered_at: ended ? new Date(ended.at) : null });
  return until === null || now <= until;
}

type Line = Pick<RefundChoice["lines"][number], "is_visit">;

/** Whether a reason can be said of a line; "other" fits every one. */
export function fitsLine(reason: RequestReason, { is_visit }: Line): boolean {
  return reason === "other" || VISIT_REASONS.includes(reason) === is_visit;
}

/**
 * The ways that fit a reason and the lines: an order that is called off and a visit are money
 * alone, whatever was delivered may be kept or sent back.
 */
export function waysFor(
  choice: { is_whole: boolean; order: Pick<RefundChoice["order"], "progress"> },
  reason: RequestReason,
  lines: readonly Line[],
): RequestKind[] {
  const isMoney = choice.is_whole || lines.some((line) => line.is_visit);
  return isMoney ? ["refund"] : kindsFor(choice.order.progress, reason);
}

export type SumFacts = {
  collected_vnd: number;
  shipping_vnd: number;
  is_whole: boolean;
  /** What the rules of a visit give back now; null where they do not count. */
  by_rules_vnd: number | null;
  /** Whole đồng for `quantity` pieces; `chosen` of them are asked about, 0 to `quantity`. */
  lines: readonly { total_vnd: number; quantity: number; chosen: number; is_visit: boolean }[];
};

/**
 * What is asked for, in whole đồng, never above what came in: the chosen part of each line, and the
 * carriage when all goods are chosen and the reason is not the buyer's own. The backend reckons the
 * same and has the last word.
 */
export function askedSum(facts: SumFacts, reason: string): number {
  if (facts.is_whole) {
    return reason === "cannot_come" && facts.by_rules_vnd !== null
      ? facts.by_rules_vnd
      : facts.collected_vnd;
  }
  const goods = facts.lines.filter((line) => !line.is_visit);
  const isAll = goods.length > 0 && goods.every(({ chosen, quantity }) => chosen === quantity);
  const isOwn = BUYER_REASONS.some((own) => own === reason);
  const parts = facts.lines.map(({ total_vnd, quantity, chosen }) =>
    Math.floor((total_vnd * chosen) / quantity),
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  return Math.min(sum + (isAll && !isOwn ? facts.shipping_vnd : 0), facts.collected_vnd);
}

/** States in which the buyer may take a request back. */
const WITHDRAWABLE: readonly RequestState[] = ["open", "to_decide", "to_send_back"];

export function canWithdraw(request: { state: RequestState; received_at: string | null }): boolean {
  return WITHDRAWABLE.includes(request.state) && request.received_at === null;
}
