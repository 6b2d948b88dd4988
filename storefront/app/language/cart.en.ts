import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const things = (count: number, one: string, many: string) =>
  `${formatNumber(count, "en")} ${count === 1 ? one : many}`;

export const cart = {
  title: "Your cart",
  pageTitle: "Your cart · Chợ Làng",
  emptyTitle: "Your cart is empty",
  emptyText: "What you choose waits here, grouped by the people who make it.",
  seeProducts: "See the goods",
  seeAccount: "See past purchases",
  notSold: "No longer sold",
  sentFrom: (province) => `Sent from ${province}`,
  quantityOf: (title) => `Quantity of ${title}`,
  lessOf: (title) => `One less of ${title}`,
  moreOf: (title) => `One more of ${title}`,
  update: "Update the cart",
  remove: "Remove",
  removeOf: (title) => `Remove ${title} from the cart`,
  deliveryOf: (producer) => `Delivery from ${producer}`,
  noDelivery: "This producer offers no delivery yet. Remove its goods to order the rest.",
  notices: {
    updated: "The cart is updated.",
    removed: "Removed from the cart.",
    review: "You changed a quantity. Please look at the new total, then place the order.",
    gone: "Your old cart is no longer there. Please choose again.",
    troubled: "Some things can't be bought now. See the note at each, or remove them all.",
  },
  dropTroubled: "Remove what can't be bought",
  problems: {
    producer_closed: () => "The producer is not selling now. Remove this to order the rest.",
    out_of_stock: () => "This has just sold out. Remove it to order the rest.",
    quantity_above_stock: ({ stock }) =>
      `Only ${formatNumber(stock ?? 0, "en")} left. Take that many, or remove this.`,
    not_for_sale: () => "This is no longer sold at the market. Remove it to order the rest.",
    tour_not_bookable: () => "Visits can't be booked here yet. Call the host on the visit's page.",
  },
  takeWhatIsLeft: (stock) => `Take ${formatNumber(stock, "en")}`,
  unreadableQuantity: "A quantity is a number from 1 to 999, for example 2.",
  lineRefused: "This quantity could not be set. Try another, for example 1.",
  goods: ({ count, producers }) =>
    `${things(count, "item", "items")}, ${things(producers, "producer", "producers")}`,
  shipping: (parcels) => `Delivery, ${things(parcels, "parcel", "parcels")}`,
  total: "Total",
  perUnit: (price) => formatVnd(price, "en"),
} satisfies Phrases["cart"];
