import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const PER = { kg: "kg", litre: "litre", piece: "piece" } as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = (number: number) => MONTHS[number - 1] ?? "";

export const product = {
  gallery: "Pictures of the product",
  picture: (number) => `Picture ${number}`,
  from: "from",
  taxIncluded: "tax included",
  unitPrice: ({ price_vnd, per }) => `${formatVnd(price_vnd, "en")}/${PER[per]}`,
  pack: "Pack",
  quantity: (title) => `Quantity of ${title}`,
  add: "Add to cart",
  stock: ({ stock }) => `${formatNumber(stock, "en")} in stock`,
  fewLeft: ({ stock }) => `Only ${formatNumber(stock, "en")} left`,
  sentFrom: (place) =>
    `Sent from ${place}. The cart shows delivery costs before you order; you pay on delivery.`,
  returns: "Return within 7 days if broken, spoiled or wrongly labelled.",
  soldOut: "Sold out",
  soldOutText: "This batch is gone. The maker has other things, see below.",
  closed: "The maker is taking a break",
  closedText: "The shop takes no orders right now. This will be here when it opens again.",
  added: "It is in your cart.",
  toCart: "See the cart",
  refused: {
    out_of_stock: "This has just sold out, so it is not in your cart.",
    bad_quantity: "A quantity is a whole number from 1 to 999, so it is not in your cart.",
    not_for_sale: "This is not for sale now, so it is not in your cart.",
    tour_not_bookable: "Visits cannot be booked here; please call the host.",
    quantity_above_stock: "There are not that many left, so it is not in your cart. Choose fewer.",
    producer_closed: "The maker is taking a break, so this is not in your cart.",
  },
  refusedOther: "This could not be put in your cart. Please try again.",
  story: "Its story",
  facts: "About this item",
  weight: "Shipping weight",
  weightOf: (grams) =>
    grams >= 1000 ? `${String(Math.round(grams / 10) / 100)} kg` : `${grams} g`,
  season: "Season",
  allYear: "All year",
  inSeason: "in season now",
  months: (ranges) =>
    ranges.map(([a, b]) => (a === b ? month(a) : `${month(a)} to ${month(b)}`)).join(", "),
  handling: "Please note",
  marks: "Marks of quality",
  group: "OCOP group",
  origin: "Made in",
  unit: "Sold by",
  earlier: "Other certificates of this item",
  noCertificate: "No OCOP certificate yet",
  noCertificateText: "The maker has sent no certificate for this item, so it carries no stars.",
  maker: "The maker",
  makerMore: (count) =>
    count === 1 ? "1 other thing by this maker" : `${count} other things by this maker`,
  makerPage: "The maker's page",
  legalForm: "Legal form",
  registration: "Registration",
  address: "Address",
  phone: "Phone",
  call: (phone) => `Call ${phone}`,
  village: "Village",
  related: "Similar things",
  relatedAll: "See the whole group",
  tour: {
    priceFrom: "From",
    duration: "Takes",
    place: "Where",
    host: "Host",
    offering: "What you do there",
    hostTitle: "Your host",
    others: "Other visits nearby",
    othersAll: "All visits in the province",
    perUnit: (unit) => `per ${unit}`,
  },
} satisfies Phrases["product"];
