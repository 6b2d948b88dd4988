import type { LocalDate } from "@cho-lang/shared/calendar";
import type { LineProblem } from "@cho-lang/shared/contracts/checkout";
import { type BookingStatus, departureState } from "@cho-lang/shared/domain/booking";
import { isProducerOpenOn, type ProducerOpening } from "@cho-lang/shared/domain/producer";

/** What decides whether a variant can be bought. */
export type Sellable = {
  is_published: boolean;
  kind: "goods" | "tour";
  producer: ProducerOpening | null;
  /** Units left to sell; null when stock is not counted. */
  stock: number | null;
};

/**
 * Why `quantity` of something cannot be bought on a day, or null when it can. The one predicate for
 * adding a line, for the cart's page and for completing the cart. A tour is never bought this way:
 * its line is made with its booking, see `visitProblemOf`.
 */
export function problemOf(
  offer: Sellable | undefined,
  quantity: number,
  today: LocalDate,
): LineProblem | null {
  if (!offer?.is_published || !offer.producer) return "not_for_sale";
  if (offer.kind === "tour") return "tour_not_bookable";
  if (!isProducerOpenOn(offer.producer, today)) return "producer_closed";
  if (offer.stock === null) return null;
  if (offer.stock <= 0) return "out_of_stock";
  return quantity > offer.stock ? "quantity_above_stock" : null;
}

/** What a line in the cart says of itself. */
export type VisitLine = { quantity: number; unit_price: number; total: number };
/** What decides whether a booked visit can still be bought. */
export type VisitFacts = {
  status: BookingStatus;
  amount_vnd: number;
  pax: number;
  expires_at: Date | null;
  departure: { starts_at: Date; cutoff_at: Date; status: "open" | "closed"; seats_left: number };
};

/**
 * Why a visit in the cart cannot be bought at an instant, or null when it can. A live hold is a
 * promise: it is kept after the cut-off. One that ran out is good while its seats are still free,
 * because completing the cart takes them again.
 */
export function visitProblemOf(
  offer: Sellable | undefined,
  line: VisitLine,
  visit: VisitFacts | undefined,
  at: { now: Date; today: LocalDate },
): LineProblem | null {
  if (!offer?.is_published || !offer.producer) return "not_for_sale";
  if (!visit || !isAsBooked(line, visit)) return "tour_not_bookable";
  if (!isProducerOpenOn(offer.producer, at.today)) return "producer_closed";
  if (visit.status === "EXPIRED_REFUND") return "departure_full";
  if (visit.status !== "ON_HOLD" && visit.status !== "EXPIRED") return "tour_not_bookable";
  const state = departureState(visit.departure, at.now);
  if (state === "closed" || state === "past") return "departure_closed";
  if (isLive(visit, at.now)) return null;
  if (state === "too_late") return "departure_closed";
  return visit.pax <= visit.departure.seats_left ? null : "departure_full";
}

/** Whether a hold still keeps its seats. */
export function isLive(hold: Pick<VisitFacts, "status" | "expires_at">, now: Date): boolean {
  return hold.status === "ON_HOLD" && hold.expires_at !== null && hold.expires_at > now;
}

function isAsBooked(line: VisitLine, { amount_vnd }: VisitFacts): boolean {
  return line.quantity === 1 && line.unit_price === amount_vnd && line.total === amount_vnd;
}

/** What the buyer can do about a problem, in English for logs and API users. */
export function problemMessage(problem: LineProblem, stock: number | null): string {
  switch (problem) {
    case "producer_closed":
      return "The producer is not selling now: remove this line, the rest can be bought";
    case "out_of_stock":
      return "Nothing is left of this: remove this line, the rest can be bought";
    case "quantity_above_stock":
      return `Only ${stock ?? 0} left in stock: lower the quantity to at most ${stock ?? 0}`;
    case "tour_not_bookable":
      return "A tour is booked for a departure and a party, with POST /store/bookings: remove this line and book it";
    case "departure_full":
      return "The hold ran out and the seats are gone: remove this visit, the rest can be bought";
    case "departure_closed":
      return "This departure can't be booked any more: remove this visit, the rest can be bought";
    case "not_for_sale":
      return "This is no longer for sale: remove this line, the rest can be bought";
  }
}
