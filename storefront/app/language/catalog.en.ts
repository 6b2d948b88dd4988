import { formatDate, formatWeekday } from "@cho-lang/shared/calendar";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const number = (value: number) => formatNumber(value, "en");
const vnd = (value: number) => formatVnd(value, "en");

function price(min: number | null, max: number | null): string {
  if (max === null) return `From ${vnd(min ?? 0)}`;
  return min === null ? `Up to ${vnd(max)}` : `${number(min)}–${vnd(max)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function quoted(words: string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

function of(text: string): string {
  return text ? ` “${text}”` : "";
}

export const catalog = {
  title: { product: "Goods", tour: "Village visits" },
  description: {
    product:
      "OCOP goods from Vietnam's 34 provinces and cities: filter by region, stars, group and price, and buy from the makers.",
    tour: "Craft villages and rural sites in Vietnam's 34 provinces and cities: turn a bowl, pick tea, row a boat with the people who live there.",
  },
  summary: ({ kind, count, provinces }) =>
    count === 0
      ? kind === "tour"
        ? "No visits"
        : "Nothing found"
      : kind === "tour"
        ? `${counted(count, "visit", "visits")} in ${counted(provinces, "province or city", "provinces and cities")}`
        : `${counted(count, "item", "items")} from ${counted(provinces, "province or city", "provinces and cities")}`,
  results: { product: "Goods found", tour: "Visits found" },
  filter: "Filter",
  filterCount: (count) => (count > 0 ? `Filter (${count})` : "Filter"),
  show: ({ kind, count }) => {
    if (count === 0) return kind === "tour" ? "No visit matches" : "No item matches";
    return `Show ${kind === "tour" ? counted(count, "visit", "visits") : counted(count, "item", "items")}`;
  },
  busy: "Searching…",
  reading: {
    corrected: ({ typed, readAs, count }) =>
      `No results for “${typed}”. ${count > 0 ? "Showing results for" : "Searched instead for"} “${readAs}”.`,
    fewer: ({ leftOut, readAs, count }) =>
      `Nothing has all the words. Without ${quoted(leftOut)}: ${count > 0 ? "showing results for" : "searched only for"} “${readAs}”.`,
    didYouMean: "Did you mean:",
  },
  near: {
    find: "Near me",
    asking: "Asking your device where you are…",
    denied:
      "Your device did not tell where you are. Allow location in its settings, or choose a province.",
    failed: "Your device could not find where you are. Try again, or choose a province.",
  },
  text: "Search this list",
  facets: {
    kind: "Kind",
    stars: "Stars",
    group: "Product group",
    subgroup: "Subgroup",
    region: "Region",
    province: "Province or city",
    price: "Price",
  },
  asList: "Show as a list",
  sea: "East Sea",
  priceFrom: "From",
  priceTo: "To",
  apply: "Apply",
  sort: "Sort by",
  sorts: {
    relevance: "Suggested",
    price: "Lowest price",
    "-price": "Highest price",
    "-stars": "Most stars",
    newest: "Newest",
    distance: "Nearest",
  },
  doSort: "Sort",
  chosen: "Filters in use",
  clear: "Clear all",
  remove: (label) => `Remove filter ${label}`,
  chips: {
    text: (q) => `“${q}”`,
    stars: (stars) => `${stars} stars`,
    price,
    near: "Near me",
    visit: ({ date, party }) =>
      `${formatWeekday(date, "en")} ${formatDate(date, "en")}, ${counted(party, "person", "people")}`,
  },
  pageOf: ({ page, pages }) => `Page ${page} of ${pages}`,
  empty: {
    title: { product: "Nothing matches yet", tour: "No visit matches yet" },
    relax: "Drop one condition and there is something:",
    drop: {
      stars: "stars",
      group: "group",
      subgroup: "subgroup",
      region: "region",
      province: "province",
    },
    dropFacet: ({ facet, count }) => `Without the ${facet} filter: ${number(count)}`,
    neighbours: "Nearby there are some from:",
    neighbour: ({ name, count }) => `${name} (${number(count)})`,
    groups: "Or look by group:",
    dropOne: (label) => `Without ${label}`,
    text: "Try a shorter word, or a kind of thing such as tea, pottery or honey. Vietnamese works without accents.",
    other: {
      tour: ({ count, text }) =>
        `${counted(count, "village visit matches", "village visits match")}${of(text)}`,
      product: ({ count, text }) =>
        `${counted(count, "item among the goods matches", "items among the goods match")}${of(text)}`,
    },
    all: { product: "See all goods", tour: "See all visits" },
    beyond: "Nothing is left on this page",
    beyondText: (pages) => `The list has ${counted(pages, "page", "pages")} only.`,
    lastPage: "To the last page",
  },
  fault: {
    title: "The address is not right",
    text: (label) => `The ${label} in the address cannot be read.`,
    parameter: (name) => `Parameter: ${name}`,
    allowed: {
      q: "Search text has at most 200 characters.",
      stars: "Stars are 3, 4 or 5.",
      price_min: "A price is whole đồng from 0 to 1,000,000,000, such as 50000.",
      price_max: "A price is whole đồng from 0 to 1,000,000,000, such as 200000.",
      page: "A page is a number from 1; the list ends at the 10,000th item.",
      available_on: "A day is written like 2026-11-28.",
      party: "People are a whole number from 1 to 60, such as 4.",
      near: "A place is written as latitude, longitude, such as 21.03,105.85.",
      province: "A province is a two-digit code or a name, such as 66 or dak-lak.",
    },
    otherAllowed: "Please choose again from the filters.",
    names: {
      q: "search text",
      kind: "kind",
      stars: "stars",
      group: "product group",
      subgroup: "subgroup",
      region: "region",
      province: "province",
      price_min: "lowest price",
      price_max: "highest price",
      available_on: "day",
      party: "number of people",
      near: "place",
      producer: "producer",
      village: "village",
      sort: "order",
      page: "page number",
    },
    start: { product: "Back to all goods", tour: "Back to all visits" },
  },
} satisfies Phrases["catalog"];
