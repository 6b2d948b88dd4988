import { EXTENSION_MINUTES } from "@cho-lang/shared/domain/booking";
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
  seeTours: "See the visits",
  seeAccount: "See past purchases",
  notSold: "No longer sold",
  sentFrom: (province) => `Sent from ${province}`,
  welcomesIn: (province) => `Welcomes you in ${province}`,
  quantityOf: (title) => `Quantity of ${title}`,
  lessOf: (title) => `One less of ${title}`,
  moreOf: (title) => `One more of ${title}`,
  update: "Update the cart",
  remove: "Remove",
  removeVisit: "Remove this visit",
  removeOf: (title) => `Remove ${title} from the cart`,
  deliveryOf: (producer) => `Delivery from ${producer}`,
  noDelivery: "This producer offers no delivery yet. Remove its goods to order the rest.",
  notices: {
    updated: "The cart is updated.",
    removed: "Removed from the cart.",
    review: "You changed a quantity. Please look at the new total, then place the order.",
    held: "Your seats are held. Fill in name, phone and e-mail, then book before the hold ends.",
    extended: `The seats are held for ${EXTENSION_MINUTES} minutes from now.`,
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
    tour_not_bookable: () => "No seats are held for this visit. Please choose the day again.",
    departure_full: () =>
      "The hold ran out and the seats were just taken. Choose another day, or remove this visit.",
    departure_closed: () =>
      "The host takes no guests at that time, or booking has ended. Choose another day, or remove this.",
  },
  takeWhatIsLeft: (stock) => `Take ${formatNumber(stock, "en")}`,
  unreadableQuantity: "A quantity is a number from 1 to 999, for example 2.",
  lineRefused: "This quantity could not be set. Try another, for example 1.",
  otherDays: "Choose another day",
  meetingPoint: "Meeting point:",
  hold: {
    until: (time) => `Seats held until ${time} (time in Vietnam).`,
    left: "Seats held for",
    checking: "The hold ran out. Looking whether seats are left…",
    ranOut:
      "The hold ran out, but there are still seats. They become yours when you order, unless someone is quicker.",
    extend: `Hold ${EXTENSION_MINUTES} more minutes`,
    extendOf: (title) => `Hold ${EXTENSION_MINUTES} more minutes for ${title}`,
    once: "Once only, counted from the moment of pressing.",
    again: "Hold the seats again",
    againOf: (title) => `Hold the seats again for ${title}`,
    soon: ({ minutes, title }) =>
      `The seats for ${title} are held for ${things(minutes, "more minute", "more minutes")}.`,
    over: (title) => `The hold for ${title} ran out.`,
    refusals: {
      extension_used: "This hold was extended once already. Please order before it ends.",
      refused: "The hold could not be extended. Please order now, or try again in a few minutes.",
    },
  },
  goods: ({ count, producers }) =>
    `${things(count, "item", "items")}, ${things(producers, "producer", "producers")}`,
  shipping: (parcels) => `Delivery, ${things(parcels, "parcel", "parcels")}`,
  visits: (count) => things(count, "visit", "visits"),
  total: "Total",
  perUnit: (price) => formatVnd(price, "en"),
} satisfies Phrases["cart"];
