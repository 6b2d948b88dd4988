import { type LocalDate, parseLocalDate } from "@cho-lang/shared/calendar";
import type { CatalogQuery } from "@cho-lang/shared/contracts/catalog";
import { LISTS } from "./parameters";

/** The two pages of the catalog; each lists one kind. */
export type CatalogKind = CatalogQuery["kind"][number];
export type CatalogSort = CatalogQuery["sort"];

/** Orders that the page offers, the default first; by distance only around a place. */
const SORTS = [
  "relevance",
  "price",
  "-price",
  "-stars",
  "newest",
] as const satisfies readonly CatalogSort[];

export function sortsOf({ near }: Pick<CatalogState, "near">): readonly CatalogSort[] {
  return near ? ["distance", ...SORTS] : SORTS;
}

/**
 * What an address of the catalog asks for, as text; the server checks it against the contract.
 * The kind is the page's own: /products lists goods, /tours visits.
 */
export type CatalogState = Record<(typeof LISTS)[number], string[]> & {
  q: string;
  /** Whole đồng; null when not asked, NaN when it is no number. */
  price_min: number | null;
  price_max: number | null;
  /** Visits only: the day on which `party` people can still come; "" when not asked. */
  available_on: LocalDate;
  /** NaN when it is no number; has no meaning without a day. */
  party: number;
  /** "lat,lng" to a hundredth of a degree, about a kilometre; "" when not asked. */
  near: string;
  sort: string;
  page: number;
};

/** People that a search for a day is made for unless they say. */
export const USUAL_PARTY = 2;
/** Most people that a search for a day takes. */
export const MAX_PARTY = 60;

export const EMPTY_STATE: CatalogState = {
  q: "",
  stars: [],
  group: [],
  subgroup: [],
  region: [],
  province: [],
  producer: [],
  village: [],
  price_min: null,
  price_max: null,
  available_on: "",
  party: USUAL_PARTY,
  near: "",
  sort: SORTS[0],
  page: 1,
};

/** The page of the catalog that lists this kind. */
export function catalogPath(kind: CatalogKind): string {
  return kind === "tour" ? "/tours" : "/products";
}

/**
 * Reads an address: values may be repeated or joined by commas, empty ones count as not given, and
 * prices may be typed as people write them ("20.000 ₫"). Two prices in the wrong order are turned;
 * the order by distance means nothing without a place.
 */
export function readState(params: URLSearchParams): CatalogState {
  const lists = Object.fromEntries(LISTS.map((name) => [name, listOf(params, name)]));
  let price_min = priceOf(params.get("price_min"));
  let price_max = priceOf(params.get("price_max"));
  if (price_min !== null && price_max !== null && price_min > price_max) {
    [price_min, price_max] = [price_max, price_min];
  }
  const page = params.get("page");
  const day = (params.get("available_on") ?? "").trim();
  const party = (params.get("party") ?? "").trim();
  const near = placeOf(params.get("near"));
  const sort = params.get("sort") || SORTS[0];
  return {
    ...EMPTY_STATE,
    ...lists,
    q: (params.get("q") ?? "").trim(),
    price_min,
    price_max,
    // A day that is none stays as it was written, for the contract to refuse.
    available_on: parseLocalDate(day) ?? day,
    party: day && party ? Number(party) : USUAL_PARTY,
    near,
    sort: sort === "distance" && !near ? SORTS[0] : sort,
    page: page ? Number(page) : 1,
  };
}

/** The address's query for a state, "" when nothing is asked; in the order of PARAMETERS. */
export function searchOf(state: CatalogState): string {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  for (const name of LISTS) for (const value of state[name]) params.append(name, value);
  if (isPrice(state.price_min)) params.set("price_min", String(state.price_min));
  if (isPrice(state.price_max)) params.set("price_max", String(state.price_max));
  if (state.available_on) {
    params.set("available_on", state.available_on);
    params.set("party", String(state.party));
  }
  if (state.near) params.set("near", state.near);
  if (state.sort !== SORTS[0]) params.set("sort", state.sort);
  if (state.page > 1) params.set("page", String(state.page));
  const text = params.toString();
  return text && `?${text}`;
}

/** The state with something changed, back on its first page unless a page is given. */
export function withChange(state: CatalogState, change: Partial<CatalogState>): CatalogState {
  return { ...state, page: 1, ...change };
}

/** The state without one value of a list. Without its group a subgroup would be hidden, so it goes too. */
export function withoutValue(
  state: CatalogState,
  facet: (typeof LISTS)[number],
  value: string,
  subgroupsOfGroup: (group: string) => readonly string[] = () => [],
): CatalogState {
  const next = withChange(state, { [facet]: state[facet].filter((each) => each !== value) });
  if (facet !== "group") return next;
  const orphans = new Set(subgroupsOfGroup(value));
  return { ...next, subgroup: next.subgroup.filter((each) => !orphans.has(each)) };
}

/** Reads a price range of the facet: "100000-199999", open-ended as "500000-". */
export function readRange(value: string): { price_min: number | null; price_max: number | null } {
  const [from = "", to = ""] = value.split("-");
  const price_min = priceOf(from);
  return { price_min: price_min === 0 ? null : price_min, price_max: priceOf(to) };
}

/**
 * How many filters are chosen in the form of filters; a price counts once. The text, the day of a
 * visit and the place have fields of their own and count nothing.
 */
export function countFilters(state: CatalogState): number {
  const ticked = LISTS.reduce((sum, name) => sum + state[name].length, 0);
  return ticked + (state.price_min !== null || state.price_max !== null ? 1 : 0);
}

/** The state without what only visits are asked for. */
export function withoutVisit(state: CatalogState): CatalogState {
  return { ...state, available_on: "", party: USUAL_PARTY };
}

/** The state without its place, and without the order that needs one. */
export function withoutPlace(state: CatalogState): CatalogState {
  const sort = state.sort === "distance" ? SORTS[0] : state.sort;
  return withChange(state, { near: "", sort });
}

/** Degrees of "lat,lng"; null when it is no place on Earth. */
export function readPlace(near: string): { lat: number; lng: number } | null {
  const [, lat, lng] = /^(-?\d{1,3}(?:\.\d+)?) *, *(-?\d{1,3}(?:\.\d+)?)$/.exec(near) ?? [];
  const place = { lat: Number(lat), lng: Number(lng) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 ? place : null;
}

/**
 * Whether search engines may list the page: at most one filter, no text, the default order, and
 * neither a day, which is soon over, nor a visitor's place.
 */
export function isIndexable(state: CatalogState): boolean {
  const { q, sort, available_on, near } = state;
  const isPlain = q === "" && available_on === "" && near === "" && sort === SORTS[0];
  return isPlain && countFilters(state) <= 1;
}

/** The query of a page's own address without what has no meaning; for canonical links. */
export function canonicalSearch(search: string): string {
  return searchOf(readState(new URLSearchParams(search)));
}

function listOf(params: URLSearchParams, name: string): string[] {
  const values = params.getAll(name).flatMap((text) => text.split(","));
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}

/** A place to a hundredth of a degree; what is none stays as it was written, to be refused. */
function placeOf(text: string | null): string {
  const near = (text ?? "").trim();
  const place = readPlace(near);
  return place ? `${place.lat.toFixed(2)},${place.lng.toFixed(2)}` : near;
}

/** Digits, also in groups of three as people write them; a decimal point is no price in đồng. */
function priceOf(text: string | null): number | null {
  const bare = (text ?? "").replace(/[\s₫đ]/gu, "");
  if (bare === "") return null;
  const isWhole = /^\d+$|^\d{1,3}([.,]\d{3})+$/.test(bare);
  return isWhole ? Number(bare.replace(/[.,]/g, "")) : Number.NaN;
}

function isPrice(price: number | null): price is number {
  return price !== null && !Number.isNaN(price);
}
