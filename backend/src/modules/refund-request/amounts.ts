import { BUYER_REASONS, type RequestReason } from "@cho-lang/shared/domain/refund-request";
import { shares, sumVnd, type Vnd } from "@cho-lang/shared/money";

/** A line of an order as it was bought. */
export interface BoughtLine {
  id: string;
  quantity: number;
  total_vnd: Vnd;
  is_visit: boolean;
}

/** An order as far as its parts are worth money; `total_vnd` is what it costs in all. */
export interface BoughtOrder {
  shipping_vnd: Vnd;
  total_vnd: Vnd;
  lines: readonly BoughtLine[];
}

/** What was asked for before and granted, or is granted now. */
export interface Asked {
  lines: readonly { id: string; quantity: number }[];
}

/**
 * What each line and the carriage cost in the end: what the order cost less (a credit of the whole
 * cart) is taken off them by the largest remainder. They sum to the order's total.
 */
export function netWorth(order: BoughtOrder): { lines: Vnd[]; shipping_vnd: Vnd } {
  const gross = [...order.lines.map((line) => line.total_vnd), order.shipping_vnd];
  const credit = sumVnd(gross) - order.total_vnd;
  const off = shares(credit, gross);
  const net = gross.map((amount, index) => amount - (off[index] ?? 0));
  return { lines: net.slice(0, -1), shipping_vnd: net.at(-1) ?? 0 };
}

/**
 * What `more` pieces of a line are worth after `before` of them went: the difference of two rounded
 * down shares, so that all pieces together are the line's whole worth, in whatever steps.
 */
export function worthOf(
  line: { worth_vnd: Vnd; quantity: number },
  before: number,
  more: number,
): Vnd {
  const upTo = (count: number) => Math.floor((line.worth_vnd * count) / line.quantity);
  return upTo(before + more) - upTo(before);
}

/** How many pieces of a line were asked for before. */
export function askedBefore(earlier: readonly Asked[], id: string): number {
  return earlier
    .flatMap(({ lines }) => lines)
    .filter((line) => line.id === id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/**
 * What some chosen lines are worth, with the carriage when no goods are left then and the reason is
 * not the buyer's own; never more than what came in for the order. The order of `chosen` does not
 * matter. Lines must be the order's, with at most what is left of them.
 */
export function askedAmount(asked: {
  order: BoughtOrder;
  earlier: readonly Asked[];
  chosen: readonly { id: string; quantity: number }[];
  reason: RequestReason;
  collected_vnd: Vnd;
}): { lines: (BoughtLine & { total_vnd: Vnd })[]; shipping_vnd: Vnd; amount_vnd: Vnd } {
  const { order, earlier, chosen, reason, collected_vnd } = asked;
  const net = netWorth(order);
  const lines = order.lines.flatMap((line, index) => {
    const quantity = chosen.find(({ id }) => id === line.id)?.quantity ?? 0;
    if (quantity === 0) return [];
    const worth = { worth_vnd: net.lines[index] ?? 0, quantity: line.quantity };
    const total_vnd = worthOf(worth, askedBefore(earlier, line.id), quantity);
    return [{ ...line, quantity, total_vnd }];
  });
  const hasGoods = lines.some(({ is_visit }) => !is_visit);
  const isAll = order.lines.every(({ id, is_visit, quantity }) => {
    const now = chosen.find((line) => line.id === id)?.quantity ?? 0;
    return is_visit || askedBefore(earlier, id) + now >= quantity;
  });
  const isOwed = hasGoods && isAll && !BUYER_REASONS.includes(reason);
  // Once only: after it no goods are left to ask about.
  const shipping_vnd = isOwed ? net.shipping_vnd : 0;
  const sum = sumVnd(lines.map(({ total_vnd }) => total_vnd)) + shipping_vnd;
  return { lines, shipping_vnd, amount_vnd: Math.min(sum, collected_vnd) };
}
