import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const PER = { kg: "kg", litre: "litre", piece: "piece" } as const;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export const common = {
  marketName: "Chợ Làng",
  tagline: "A market for OCOP goods and the craft villages that welcome guests",
  skip: "Skip to the main content",
  sampleLabel: "Sample data",
  sampleData: "Sample data: names, prices and stars are samples.",
  mainMenu: "Main menu",
  menu: "Menu",
  navProducts: "Goods",
  navTours: "Village visits",
  navVerify: "Check a certificate",
  navAccount: "Account",
  search: "Search",
  searchLabel: "Search the market",
  searchHint: "Tea, pottery, a village…",
  languageLabel: "Language",
  otherLanguage: "Tiếng Việt",
  cart: "Cart",
  close: "Close",
  breadcrumb: "Breadcrumb",
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  pageNumber: (page) => `Page ${page}`,
  less: "One less",
  more: "One more",
  soldOut: "Sold out",
  today: "today",
  leafMonth: (month) => MONTHS[month - 1] ?? "",
  months: (months) => (months === 1 ? "1 month" : `${months} months`),
  away: ({ km, isExact }) => {
    const way =
      km < 1 ? "less than 1 km" : `${formatNumber(km < 10 ? km : Math.round(km), "en")} km`;
    return isExact ? `${way} away` : `its centre ${way} away`;
  },
  hours: (hours) => (hours === 1 ? "1 hour" : `${formatNumber(hours, "en")} hours`),
  starsOfFive: (stars) => `${stars} out of 5 stars`,
  ocopStars: (stars) => `OCOP ${stars} stars`,
  sealStars: "STARS",
  sealExpired: "EXPIRED",
  sealRevoked: "REVOKED",
  sealSpoken: ({ stars, state, monthsLeft }) => {
    if (state === "revoked") return `${stars}-star certificate, revoked`;
    if (state === "expired") return `${stars}-star certificate, expired`;
    return `Seal of a ${stars}-star certificate, ${monthsLeft} of 36 months left`;
  },
  rulerSpoken: ({ from, to, monthsLeft }) =>
    monthsLeft > 0
      ? `In force from ${from} to ${to}, ${monthsLeft} of 36 months left`
      : `In force from ${from} to ${to}, no longer today`,
  perMeasure: (price) =>
    price && price.per !== "piece" ? `${formatVnd(price.price_vnd, "en")}/${PER[price.per]}` : null,
  footAbout:
    "A market for the goods of OCOP (One Commune One Product) and for craft villages that welcome guests. The red mark on these pages is the market's own check, not the official OCOP Vietnam certification mark.",
  footBuyers: "For buyers",
  footMakers: "For makers",
  footPortal: "Producer sign-in",
  footVisits: "Villages to visit",
  footMisuse: "Stars used wrongly?",
  footMisuseText: "Seen an expired label still in print? Check its decision number before you buy.",
  errors: {
    notFound: "This page is not here",
    notFoundText: "Its address may have changed, or the item is no longer sold at the market.",
    badRequest: "The address is not right",
    badRequestText: "Part of the address cannot be read. Please start again from the goods page.",
    refused: "This page is not open to you",
    refusedText: "Sign in with an account that may see it, or go back to the front page.",
    fault: "Something broke at the market",
    faultText: "The fault is ours. Please load the page again; your cart is safe.",
    closed: "The market is shut for a moment",
    closedText: "Our server does not answer. Try again in a minute; your cart is safe.",
    home: "To the front page",
    reload: "Load the page again",
    products: "See the goods",
  },
} satisfies Phrases["common"];
