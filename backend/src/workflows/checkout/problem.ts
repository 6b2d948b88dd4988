import type { LocalDate } from "@cho-lang/shared/calendar";
import type { LineProblem } from "@cho-lang/shared/contracts/checkout";
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
 * adding a line, for the cart's page and for completing the cart.
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
      return "Tours cannot be booked here yet: ask the host on the tour's page";
    case "departure_full":
      return "The hold ran out and the seats are gone: remove this visit, the rest can be bought";
    case "departure_closed":
      return "This departure can't be booked any more: remove this visit, the rest can be bought";
    case "not_for_sale":
      return "This is no longer for sale: remove this line, the rest can be bought";
  }
}
