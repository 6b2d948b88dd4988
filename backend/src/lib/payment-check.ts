import type { MoneyDifferenceKind } from "@cho-lang/shared/domain/money-check";
import { isPrepaid, type PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { PurchaseStatus } from "@cho-lang/shared/domain/purchase";

/** One order's money in three places. Amounts are whole đồng. */
export interface OrderMoney {
  number: string;
  /** What the provider gives back for it; of cash, what the operator transfers. */
  provider_out_vnd: number | null;
  /** Medusa's captures and refunds. */
  books_in_vnd: number;
  books_out_vnd: number;
  /** What the purchase's own row says: collected in all, and given back of it. */
  said_in_vnd: number;
  said_out_vnd: number;
  /** Cash that did not come with the parcel: what the order says, and what is being looked for. */
  missing_vnd: number;
  sought_vnd: number;
}

/** One purchase's money. `day` is the day in Vietnam on which it was paid, or else placed. */
export interface PurchaseMoney {
  id: string;
  number: string;
  method: PaymentMethod;
  status: PurchaseStatus;
  day: string;
  total_vnd: number;
  /** What came for it and was not given back whole; null for cash. */
  provider_in_vnd: number | null;
  /** All of its money came over an hour ago and it is not placed. */
  is_stuck: boolean;
  orders: OrderMoney[];
}

/** One contradiction: `subject` names the row, a number for people or an id of the provider. */
export interface MoneyDifference {
  day: string;
  method: PaymentMethod;
  subject: string;
  kind: MoneyDifferenceKind;
  found_vnd: number;
  expected_vnd: number;
}

/** Sums of one day and one way to pay; provider's amounts are null for cash. */
export interface MoneyDay {
  day: string;
  method: PaymentMethod;
  provider_in_vnd: number | null;
  provider_out_vnd: number | null;
  books_in_vnd: number;
  books_out_vnd: number;
  orders_in_vnd: number;
  orders_out_vnd: number;
  /** Money of purchases that are not placed yet; in none of the sums. */
  waiting_vnd: number;
}

/** A payment as Stripe itself tells it. */
export interface StripeMoney {
  payment_intent: string;
  /** Empty for payments that no purchase of ours asked for. */
  purchase_id: string;
  /** Day in Vietnam. */
  day: string;
  received_vnd: number;
  refunded_vnd: number;
}

/** Not the sum of money.ts, which refuses what a check is there to find. */
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
const isOpen = ({ status }: PurchaseMoney) => status === "creating" || status === "awaiting";

/** Everything in which the rows of one purchase contradict each other. */
export function differencesOf(purchase: PurchaseMoney): MoneyDifference[] {
  const { day, method, number, total_vnd, provider_in_vnd: came } = purchase;
  const found: MoneyDifference[] = [];
  const compare = (
    kind: MoneyDifferenceKind,
    found_vnd: number,
    expected_vnd: number,
    subject = number,
  ) => {
    if (found_vnd !== expected_vnd) {
      found.push({ day, method, subject, kind, found_vnd, expected_vnd });
    }
  };
  if (isOpen(purchase)) {
    if (purchase.is_stuck) compare("stuck", 0, total_vnd);
    return found;
  }
  if (purchase.status === "failed") {
    const left = sum(purchase.orders.map((one) => one.books_in_vnd - one.books_out_vnd));
    compare("not_placed", Math.max(came ?? 0, left), 0);
    return found;
  }
  if (came !== null) compare("provider_total", came, total_vnd);
  if (isPrepaid(method)) {
    compare("orders_total", sum(purchase.orders.map(({ said_in_vnd }) => said_in_vnd)), total_vnd);
  }
  for (const order of purchase.orders) {
    compare("books_in", order.books_in_vnd, order.said_in_vnd, order.number);
    compare("books_out", order.books_out_vnd, order.said_out_vnd, order.number);
    compare("cash_missing", order.missing_vnd, order.sought_vnd, order.number);
    if (order.provider_out_vnd !== null) {
      compare("provider_out", order.provider_out_vnd, order.books_out_vnd, order.number);
    }
  }
  return found;
}

/**
 * Where Stripe's own words contradict ours: what it holds after refunds, purchase by purchase, and
 * money of no purchase. `isKnown` tells of purchases outside of the days that are looked at.
 */
export function stripeDifferences(
  purchases: readonly PurchaseMoney[],
  told: readonly StripeMoney[],
  isKnown: (purchase_id: string) => boolean,
): MoneyDifference[] {
  const net = new Map<string, number>();
  for (const { purchase_id, received_vnd, refunded_vnd } of told) {
    net.set(purchase_id, (net.get(purchase_id) ?? 0) + received_vnd - refunded_vnd);
  }
  const method = "stripe";
  const ours = purchases.filter((one) => one.method === method && !isOpen(one));
  const contradicted = ours.flatMap((one): MoneyDifference[] => {
    const { id, day, number: subject } = one;
    const back = sum(one.orders.map(({ provider_out_vnd }) => provider_out_vnd ?? 0));
    const expected_vnd = (one.provider_in_vnd ?? 0) - back;
    const found_vnd = net.get(id) ?? 0;
    if (found_vnd === expected_vnd) return [];
    return [{ day, method, subject, kind: "stripe_net", found_vnd, expected_vnd }];
  });
  const ids = new Set(purchases.map(({ id }) => id));
  const strangers = told.flatMap((one): MoneyDifference[] => {
    const found_vnd = one.received_vnd - one.refunded_vnd;
    if (found_vnd === 0 || ids.has(one.purchase_id) || isKnown(one.purchase_id)) return [];
    const { day, payment_intent: subject } = one;
    return [{ day, method, subject, kind: "stripe_unknown", found_vnd, expected_vnd: 0 }];
  });
  return [...contradicted, ...strangers];
}

/** The sums of each day and way to pay, the newest day first. */
export function moneyDays(purchases: readonly PurchaseMoney[]): MoneyDay[] {
  const days = new Map<string, MoneyDay>();
  for (const purchase of purchases) {
    const { day, method, provider_in_vnd: came, orders } = purchase;
    const key = `${day} ${method}`;
    const before = days.get(key) ?? emptyDay(day, method);
    days.set(key, isOpen(purchase) ? waiting(before, came) : added(before, came, orders));
  }
  return [...days.values()].sort(
    (a, b) => b.day.localeCompare(a.day) || a.method.localeCompare(b.method),
  );
}

function emptyDay(day: string, method: PaymentMethod): MoneyDay {
  const provider = isPrepaid(method) ? 0 : null;
  return {
    day,
    method,
    provider_in_vnd: provider,
    provider_out_vnd: provider,
    books_in_vnd: 0,
    books_out_vnd: 0,
    orders_in_vnd: 0,
    orders_out_vnd: 0,
    waiting_vnd: 0,
  };
}

function waiting(before: MoneyDay, came: number | null): MoneyDay {
  return { ...before, waiting_vnd: before.waiting_vnd + (came ?? 0) };
}

function added(before: MoneyDay, came: number | null, orders: OrderMoney[]): MoneyDay {
  const of = (pick: (order: OrderMoney) => number) => sum(orders.map(pick));
  const { provider_in_vnd: total, provider_out_vnd: back } = before;
  return {
    ...before,
    provider_in_vnd: total === null ? null : total + (came ?? 0),
    provider_out_vnd: back === null ? null : back + of((one) => one.provider_out_vnd ?? 0),
    books_in_vnd: before.books_in_vnd + of((one) => one.books_in_vnd),
    books_out_vnd: before.books_out_vnd + of((one) => one.books_out_vnd),
    orders_in_vnd: before.orders_in_vnd + of((one) => one.said_in_vnd),
    orders_out_vnd: before.orders_out_vnd + of((one) => one.said_out_vnd),
  };
}
