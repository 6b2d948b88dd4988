import type { BookingStatus } from "@cho-lang/shared/domain/booking";
import type { Vnd } from "@cho-lang/shared/money";
import { type ParcelFacts, parcelCash } from "../../modules/purchase";

export interface SettledOrder extends ParcelFacts {
  due_vnd: Vnd;
  /** Came and was not given back. */
  collected_vnd: Vnd;
  refunded_vnd: Vnd;
}

export interface SettledVisit {
  status: BookingStatus;
  due_vnd: Vnd;
  collected_vnd: Vnd;
  no_show_at: Date | null;
}

export interface Settlement {
  due_delta_vnd: Vnd;
  collected_delta_vnd: Vnd;
  /** What an order of visits only becomes: visited, booked again, or null when it stays. */
  visited: boolean | null;
}

/**
 * What must change in an order so that it agrees with its visits. Cash is due at the door for the
 * parcel until it is delivered or refused, and then what is missing of it; at the village for each visit, but not of a party that did not
 * come; an order of visits is over when each party has come or will not. It follows from the facts
 * alone, so that a repeat changes nothing and finishes what a crash left. A cancelled order stays.
 */
export function settlement(
  order: SettledOrder,
  visits: readonly SettledVisit[],
  isCash: boolean,
): Settlement {
  if (order.cancelled_at) return { due_delta_vnd: 0, collected_delta_vnd: 0, visited: null };
  const expected = visits.filter(({ status }) => status === "CONFIRMED" || status === "REDEEMED");
  const isOver =
    expected.length > 0 &&
    expected.every(({ status, no_show_at }) => status === "REDEEMED" || no_show_at !== null);
  const parcel = parcelCash(order);
  const due = expected.reduce(
    (sum, visit) => sum + (visit.no_show_at === null ? visit.due_vnd : 0),
    parcel.due_vnd,
  );
  const collected = visits.reduce((sum, visit) => sum + visit.collected_vnd, parcel.collected_vnd);
  return {
    due_delta_vnd: isCash ? due - order.due_vnd : 0,
    collected_delta_vnd: isCash ? collected - order.collected_vnd - order.refunded_vnd : 0,
    visited: order.has_parcel || isOver === (order.delivered_at !== null) ? null : isOver,
  };
}
