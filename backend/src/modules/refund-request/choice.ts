import { type CancellationPolicy, refundSteps } from "@cho-lang/shared/domain/booking";
import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import {
  askUntil,
  isRequestEnded,
  REASONS_AT,
  type RequestReason,
  type RequestState,
  VISIT_REASONS,
} from "@cho-lang/shared/domain/refund-request";
import { sumVnd, type Vnd } from "@cho-lang/shared/money";
import { type Asked, askedBefore, type BoughtLine, netWorth, worthOf } from "./amounts";

/** A visit as far as asking for its money goes. */
export interface VisitFacts {
  starts_at: Date;
  has_come: boolean;
  is_cancelled: boolean;
  policy: CancellationPolicy;
}

/** An order about which somebody asks, as it stands now. */
export interface OrderFacts {
  progress: OrderProgress;
  has_parcel: boolean;
  delivered_at: Date | null;
  shipping_vnd: Vnd;
  total_vnd: Vnd;
  /** Came in for it and was not given back. */
  collected_vnd: Vnd;
  lines: readonly (BoughtLine & { visit: VisitFacts | null })[];
}

/** An earlier request of the order. */
export type AskedBefore = Asked & { state: RequestState };

export interface Choice {
  closed: "nothing_fits" | "too_late" | "request_open" | null;
  until: Date | null;
  reasons: RequestReason[];
  is_whole: boolean;
  /** With what is left of them. */
  lines: BoughtLine[];
  by_rules_vnd: Vnd | null;
}

/** Progresses at which nothing was sent and nobody has come. */
const BEFORE: readonly OrderProgress[] = ["to_confirm", "to_pack", "to_ship", "booked"];

/** Whether an order can still be called off as a whole. */
export function canCallOff(order: Pick<OrderFacts, "progress" | "lines">): boolean {
  return BEFORE.includes(order.progress) && !order.lines.some(({ visit }) => visit?.has_come);
}

/** What can be asked for of an order now. */
export function choiceOf(order: OrderFacts, requests: readonly AskedBefore[], now: Date): Choice {
  const is_whole = canCallOff(order);
  const over = is_whole ? [] : order.lines.filter((line) => isOver(order, line, now));
  const open = over.filter((line) => isInTime(untilOf(order, line), now));
  const shown = leftOf(order, is_whole ? order.lines : open, requests);
  const isAllBegun = !order.has_parcel && order.lines.every(hasBegun(now));
  const begun = is_whole ? (isAllBegun ? order.lines : []) : over;
  const untils = begun.flatMap((line) => untilOf(order, line) ?? []);
  const until = untils.reduce<Date | null>((a, b) => (a && a > b ? a : b), null);
  const reasons = REASONS_AT[order.progress].filter((reason) =>
    fitsLines(reason, { order, is_whole, lines: shown, now }),
  );
  const isPaid = is_whole || order.collected_vnd > 0;
  const hasAny = is_whole || over.length > 0;
  const choice = { until, reasons, is_whole, lines: shown };
  const by_rules_vnd = is_whole && !order.has_parcel ? byRules(order, now) : null;
  const closed = () => {
    if (REASONS_AT[order.progress].length === 0 || !isPaid || !hasAny) return "nothing_fits";
    if (requests.some(({ state }) => !isRequestEnded(state))) return "request_open";
    if (!isInTime(until, now)) return "too_late";
    return shown.length === 0 || reasons.length === 0 ? "nothing_fits" : null;
  };
  return { closed: closed(), ...choice, by_rules_vnd };
}

type Line = OrderFacts["lines"][number];

function isInTime(until: Date | null, now: Date): boolean {
  return until === null || now <= until;
}

const hasBegun = (now: Date) => (line: Line) => line.visit !== null && line.visit.starts_at <= now;

/** Goods that have left, and visits that have begun: what one can say something about. */
function isOver(order: OrderFacts, line: Line, now: Date): boolean {
  if (line.visit) return !line.visit.is_cancelled && hasBegun(now)(line);
  return order.progress === "shipped" || order.progress === "delivered";
}

/** Until when one may ask about a line; null for goods on their way. */
function untilOf(order: OrderFacts, { visit }: Line): Date | null {
  if (!visit) return askUntil(order);
  const came = order.has_parcel ? null : order.delivered_at;
  const ended = came && came > visit.starts_at ? came : visit.starts_at;
  return askUntil({ delivered_at: ended });
}

/** Lines with what earlier refunds have left of them. */
function leftOf(order: OrderFacts, lines: readonly Line[], requests: readonly AskedBefore[]) {
  const net = netWorth(order);
  const earlier = refundedOf(requests);
  return lines.flatMap((line): BoughtLine[] => {
    const before = askedBefore(earlier, line.id);
    const quantity = line.quantity - before;
    if (quantity <= 0) return [];
    const worth_vnd = net.lines[order.lines.indexOf(line)] ?? 0;
    const total_vnd = worthOf({ worth_vnd, quantity: line.quantity }, before, quantity);
    return [{ id: line.id, quantity, total_vnd, is_visit: line.is_visit }];
  });
}

/** Requests whose lines are settled for good. */
export function refundedOf(requests: readonly AskedBefore[]): AskedBefore[] {
  return requests.filter(({ state }) => state === "refunded");
}

function fitsLines(
  reason: RequestReason,
  at: { order: OrderFacts; is_whole: boolean; lines: readonly BoughtLine[]; now: Date },
): boolean {
  const { order, is_whole, lines, now } = at;
  if (is_whole) {
    const begun = order.lines.some(hasBegun(now));
    if (reason === "visit_not_held") return begun;
    return reason !== "cannot_come" || order.lines.some((line) => !hasBegun(now)(line));
  }
  return lines.some(({ is_visit }) => reasonFits(reason, is_visit));
}

/** Whether a reason can be said of a line; "other" fits every one. */
export function reasonFits(reason: RequestReason, is_visit: boolean): boolean {
  return reason === "other" || VISIT_REASONS.includes(reason) === is_visit;
}

/** What comes back when all visits of an order are called off now, by the rules of each. */
function byRules(order: OrderFacts, now: Date): Vnd {
  const net = netWorth(order);
  const back = order.lines.map(({ visit }, index) => {
    if (!visit || visit.is_cancelled) return 0;
    const steps = refundSteps(visit.policy, visit.starts_at, net.lines[index] ?? 0);
    return steps.find(({ until }) => until === null || now <= until)?.refund_vnd ?? 0;
  });
  return Math.min(sumVnd(back), order.collected_vnd);
}
