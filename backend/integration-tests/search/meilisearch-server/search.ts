import { fieldsOf, reads, ServerError } from "./errors";
import { type Filter, parseFilter } from "./filter";
import { featuresOf, filterableNames, type ServerSettings } from "./settings";

export type Row = Record<string, unknown>;
export type ServerIndex = {
  uid: string;
  primaryKey: string | null;
  settings: ServerSettings;
  documents: Map<string, Row>;
  createdAt: string;
  updatedAt: string;
};

/** Fields of a search that Meilisearch knows; those that the shop has no use for aren't played. */
export const SEARCH_FIELDS =
  `q offset limit page hitsPerPage attributesToRetrieve attributesToCrop cropLength cropMarker attributesToHighlight
  highlightPreTag highlightPostTag showMatchesPosition filter sort distinct facets matchingStrategy attributesToSearchOn
  rankingScoreThreshold locales hybrid vector retrieveVectors media personalize useNetwork showRankingScore
  showRankingScoreDetails showPerformanceDetails`.split(/\s+/);
const PLAYED = new Set(
  "offset limit page hitsPerPage attributesToRetrieve filter sort facets".split(" "),
);

/** Answers a search without words: filtered, sorted, counted. */
export function search(index: ServerIndex, body: Row, path = ""): Row {
  for (const name of Object.keys(body)) {
    const isEmpty = name === "q" && (body.q === "" || body.q === null);
    if (PLAYED.has(name) || isEmpty || body[name] === undefined) continue;
    throw new ServerError("bad_request", `This server does not play the search field \`${name}\`.`);
  }
  const number = (name: string) =>
    body[name] === undefined
      ? undefined
      : reads.size(body[name], `${path}.${name}`, `invalid_search_${snake(name)}`);
  const [offset, limit, page, hitsPerPage] = ["offset", "limit", "page", "hitsPerPage"].map(number);
  const filter = readFilter(index, body.filter, "invalid_search_filter");
  const found = [...index.documents.values()].filter((row) => !filter || passes(row, filter));
  const sorted = sort(index, found, body.sort);
  const most = index.settings.pagination.maxTotalHits;
  const total = Math.min(found.length, most);
  const isPaged = page !== undefined || hitsPerPage !== undefined;
  const size = isPaged ? (hitsPerPage ?? 20) : (limit ?? 20);
  const from = isPaged ? Math.max(0, (page ?? 1) - 1) * size : (offset ?? 0);
  const shown = page === 0 ? [] : sorted.slice(from, Math.min(from + size, most));
  return {
    hits: shown.map((row) => shownRow(index, row, body, path)),
    query: "",
    processingTimeMs: 0,
    ...(isPaged
      ? {
          hitsPerPage: size,
          page: page ?? 1,
          totalPages: size === 0 ? 0 : Math.ceil(total / size),
          totalHits: total,
        }
      : { limit: size, offset: from, estimatedTotalHits: total }),
    ...(body.facets === undefined ? {} : facets(index, found, body.facets, path)),
    requestUid: "01a201f1-d454-7b13-8081-cb60c510f4e2",
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The filter of a query or deletion, whose attributes must be filterable that way. */
export function readFilter(index: ServerIndex, given: unknown, code: string): Filter | null {
  if (given === undefined || given === null) return null;
  if (typeof given !== "string") {
    throw new ServerError(code, "This server plays filters that are texts only.");
  }
  const filter = parseFilter(given, code);
  if (filter) check(index, filter, code);
  return filter;
}

function check(index: ServerIndex, filter: Filter, code: string): void {
  if (filter.type === "all" || filter.type === "any") {
    for (const part of filter.parts) check(index, part, code);
    return;
  }
  if (filter.type === "not") {
    check(index, filter.part, code);
    return;
  }
  const name = filter.type === "circle" ? placeAttribute(index) : filter.name;
  const features = featuresOf(index.settings, name);
  const refusal = (message: string) => new ServerError(code, `Index \`${index.uid}\`: ${message}`);
  if (!features) {
    const names = filterableNames(index.settings).map((each) => `\`${each}\``);
    throw refusal(
      `Attribute \`${name}\` is not filterable. ${
        names.length === 0
          ? "This index does not have configured filterable attributes."
          : `Available filterable attribute patterns are: ${names.join(", ")}.`
      }`,
    );
  }
  const isComparison = filter.type === "compare";
  if (isComparison ? features.filter.comparison : features.filter.equality) return;
  throw refusal(
    `Filter operator \`${isComparison ? filter.sign : "="}\` is not allowed for the attribute \`${name}\`.`,
  );
}

/** A place counts as filterable by its plain name only, not under a pattern, even its own. */
function placeAttribute({ settings }: ServerIndex): string {
  return settings.filterableAttributes.includes("_geo") ? "_geo" : "_geo/_geojson";
}

/** As facet values are compared: without case, and without the spaces around them. */
function normal(value: unknown): string {
  const text = String(value);
  let known = NORMAL.get(text);
  if (known === undefined) {
    known = text.trim().normalize("NFKD").toLowerCase().normalize("NFC");
    NORMAL.set(text, known);
  }
  return known;
}

const NORMAL = new Map<string, string>();

function valuesOf(row: Row, name: string): unknown[] {
  const value = row[name];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function passes(row: Row, filter: Filter): boolean {
  switch (filter.type) {
    case "all":
      return filter.parts.every((part) => passes(row, part));
    case "any":
      return filter.parts.some((part) => passes(row, part));
    case "not":
      return !passes(row, filter.part);
    case "in": {
      const values = valuesOf(row, filter.name);
      return filter.values.some((wanted) =>
        values.some((value) =>
          typeof value === "number" ? value === Number(wanted) : normal(value) === normal(wanted),
        ),
      );
    }
    case "starts":
      return valuesOf(row, filter.name).some(
        (value) => typeof value === "string" && normal(value).startsWith(normal(filter.value)),
      );
    case "exists":
      return row[filter.name] !== undefined;
    case "null":
      return row[filter.name] === null;
    case "empty":
      return ["", "[]", "{}"].includes(
        typeof row[filter.name] === "string"
          ? String(row[filter.name])
          : (JSON.stringify(row[filter.name]) ?? "undefined"),
      );
    case "compare":
      return valuesOf(row, filter.name).some((value) => compares(value, filter.sign, filter.value));
    case "circle": {
      const place = placeOf(row);
      return place !== null && metresBetween(place, filter) <= filter.metres;
    }
  }
}

function compares(value: unknown, sign: string, text: string): boolean {
  const wanted = Number(text);
  if (typeof value !== "number" || Number.isNaN(wanted)) return false;
  if (sign === "<") return value < wanted;
  if (sign === "<=") return value <= wanted;
  return sign === ">" ? value > wanted : value >= wanted;
}

type Place = { lat: number; lng: number };

function placeOf(row: Row): Place | null {
  const { _geo: place } = row;
  if (typeof place !== "object" || place === null) return null;
  const { lat, lng } = place as Record<string, unknown>;
  return { lat: Number(lat), lng: Number(lng) };
}

/** As milli computes it. */
function metresBetween(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lng, other.lng);
  return 2 * 6_372_797.560_856 * Math.asin(Math.sqrt(Math.min(1, chord)));
}

type Order = { name: string; place: Place | null; sign: 1 | -1 };

function sort(index: ServerIndex, rows: Row[], given: unknown): Row[] {
  const orders = given === undefined ? [] : reads.texts(given, ".sort", "invalid_search_sort");
  const terms = orders.map((text) => orderOf(index, text));
  if (terms.length > 0 && !index.settings.rankingRules.includes("sort")) return rows;
  return [...rows].sort((a, b) => {
    for (const term of terms) {
      const difference = compareBy(a, b, term);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function orderOf({ uid, settings }: ServerIndex, text: string): Order {
  const [, name = "", direction] = /^(.*):(asc|desc)$/.exec(text) ?? [];
  if (direction === undefined) {
    throw new ServerError(
      "invalid_search_sort",
      `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${text}\`.`,
    );
  }
  const point = /^_geoPoint\(\s*([-\d.e]+)\s*,\s*([-\d.e]+)\s*\)$/.exec(name);
  const sorted = point ? "_geo" : name;
  if (!settings.sortableAttributes.includes(sorted)) {
    throw new ServerError(
      "invalid_search_sort",
      `Index \`${uid}\`: Attribute \`${sorted}\` is not sortable. Available sortable attributes are: \`${settings.sortableAttributes.join(", ")}\`.`,
    );
  }
  const place = point ? { lat: Number(point[1]), lng: Number(point[2]) } : null;
  return { name: sorted, place, sign: direction === "asc" ? 1 : -1 };
}

/** What lacks the value is last in both directions; numbers come before texts. */
function compareBy(a: Row, b: Row, { name, place, sign }: Order): number {
  const value = (row: Row) => {
    const at = placeOf(row);
    return place ? (at ? metresBetween(at, place) : undefined) : valuesOf(row, name)[0];
  };
  const [one, other] = [value(a), value(b)];
  if (one === undefined || other === undefined) {
    return (one === undefined ? 1 : 0) - (other === undefined ? 1 : 0);
  }
  if (typeof one === "number" && typeof other === "number") return sign * (one - other);
  const [left, right] = [normal(one), normal(other)];
  return left === right ? 0 : sign * (left < right ? -1 : 1);
}

function shownRow({ settings }: ServerIndex, row: Row, body: Row, path: string): Row {
  const code = "invalid_search_attributes_to_retrieve";
  const asked =
    body.attributesToRetrieve === undefined
      ? ["*"]
      : reads.texts(body.attributesToRetrieve, `${path}.attributesToRetrieve`, code);
  const isIn = (list: string[], name: string) => list.includes("*") || list.includes(name);
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => isIn(settings.displayedAttributes, name) && isIn(asked, name),
    ),
  );
}

function facets({ settings }: ServerIndex, rows: Row[], given: unknown, path: string): Row {
  const names = reads.texts(given, `${path}.facets`, "invalid_search_facets");
  const facetDistribution: Row = {};
  const facetStats: Row = {};
  for (const name of names) {
    if (!featuresOf(settings, name)) {
      throw new ServerError(
        "invalid_search_facets",
        `Invalid facet distribution: Pattern \`${name}\` is not filterable. Available filterable attributes patterns are: \`${filterableNames(settings).join(", ")}\`.`,
      );
    }
    const counts = countValues(rows, name);
    const byCount = (settings.faceting.sortFacetValuesBy[name] ?? "alpha") === "count";
    const sorted = [...counts].sort(([a, n], [b, m]) => (byCount ? m - n : a < b ? -1 : 1));
    facetDistribution[name] = Object.fromEntries(
      sorted.slice(0, settings.faceting.maxValuesPerFacet),
    );
    const numbers = rows.flatMap((row) => valuesOf(row, name).filter((v) => typeof v === "number"));
    if (numbers.length > 0) {
      facetStats[name] = {
        min: Math.min(...(numbers as number[])),
        max: Math.max(...(numbers as number[])),
      };
    }
  }
  return { facetDistribution, facetStats };
}

export function countValues(rows: Iterable<Row>, name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(valuesOf(row, name).map(String))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The query of a multi-search, whose index and path errors name. */
export function readQuery(query: unknown, place: number): { uid: string; body: Row; path: string } {
  const path = `.queries[${place}]`;
  const { indexUid, ...body } = fieldsOf(
    query,
    ["indexUid", ...SEARCH_FIELDS, "federationOptions"],
    {
      path,
    },
  );
  return { uid: reads.text(indexUid, `${path}.indexUid`, "invalid_index_uid"), body, path };
}
