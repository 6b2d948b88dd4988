import type { CatalogAnswer, CatalogHit, CatalogQuery } from "@cho-lang/shared/contracts/catalog";
import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import { distanceKm, type Point } from "@cho-lang/shared/distance";
import { GROUPS, subgroupsOf } from "@cho-lang/shared/domain/product";
import type { RemoteQueryFunction, SearchTypes } from "@medusajs/framework/types";
import { isDoubtful } from "./catalog-doubt";
import { CATALOG_INDEX } from "./catalog-index";
import { offered, priceRanges } from "./catalog-offer";
import { askEngines } from "./engine-choice";
import { type Met, marksOf } from "./highlight";
import type { EngineMetadata, EngineOptions, EngineReading } from "./search-reading";

const facets: (string | SearchTypes.SearchFacetRequest)[] = [
  "kind",
  "region",
  "province",
  "group",
  "subgroup",
  "stars",
  { field: "price_vnd", type: "range", ranges: priceRanges },
];

const orders: Record<CatalogQuery["sort"], Record<string, SearchTypes.SearchOrderBy>> = {
  relevance: { _score: "DESC" },
  price: { price_vnd: "ASC" },
  "-price": { price_vnd: "DESC" },
  "-stars": { stars: "DESC", quality: "DESC" },
  newest: { published: "DESC" },
  // The engine's option puts the nearest first; this is for what is equally far.
  distance: { quality: "DESC" },
};

type Search = Pick<RemoteQueryFunction, "search">;
type Result = SearchTypes.SearchResult & { provider_metadata?: Partial<EngineMetadata> };

/**
 * Asks the catalog's index, in the engine that should answer or the one that stands in; the one
 * place that does. Counts are exact and disjunctive, and belong to the same state of the index as
 * the hits. `among` are the ids of the only products that may be found and counted; null for all.
 * @throws MedusaError NOT_FOUND while the index has not been filled for the first time.
 */
export async function searchCatalog(
  query: Search,
  wanted: CatalogQuery,
  among: readonly string[] | null = null,
): Promise<CatalogAnswer> {
  const started = performance.now();
  const { answer, engine, degraded } = await askEngines((name) => ask(query, name, wanted, among));
  const { reading = null, suggestions = [] } = answer.provider_metadata ?? {};
  const count = answer.metadata.count ?? 0;
  const hits = answer.hits.map(({ document }) => hitOf(document, wanted, reading));
  const titles = hits.map(({ title }) => title);
  const mayMeanElse =
    reading?.kind === "as_typed" && wanted.page === 1 && isDoubtful(wanted.q, { count, titles });
  const meant = mayMeanElse ? await meantBy(query, wanted.q) : [];
  return {
    count,
    page: wanted.page,
    page_size: wanted.page_size,
    hits,
    facets: facetsOf(answer.facets ?? {}, wanted),
    reading: reading && {
      kind: reading.kind,
      read_as: reading.read_as,
      left_out: reading.left_out,
    },
    suggestions: [...suggestions, ...meant].slice(0, 3),
    took_ms: Math.round((performance.now() - started) * 100) / 100,
    engine,
    degraded,
  };
}

/**
 * Whether the shop has nothing for a text, or only for a part of it: what an operator may want to
 * know. A text that finds something beyond the filters of the page has a result.
 */
export function foundNothing(wanted: CatalogQuery, { count, facets, reading }: CatalogAnswer) {
  if (wanted.page > 1 || reading === null) return false;
  if (reading.kind === "fewer_words") return true;
  // Counts of kinds are made without the filter by kind, which every page of the shop sets.
  return count === 0 && !isNarrowed(wanted) && facets.kind.every((kind) => kind.count === 0);
}

function isNarrowed(wanted: CatalogQuery): boolean {
  const { province, region, group, subgroup, stars, producer, village } = wanted;
  const { price_min, price_max, available_on, radius_km } = wanted;
  return (
    [province, region, group, subgroup, stars, producer, village].some((list) => list.length > 0) ||
    [price_min, price_max, available_on, radius_km].some((value) => value !== undefined)
  );
}

/**
 * Other spellings of a text that find something, best first; none when it is well spelt. Asked of
 * PostgreSQL, which is always there.
 */
export async function spellingsOf(
  query: Search,
  q: string,
  options: Pick<EngineOptions, "instead"> = {},
): Promise<string[]> {
  const { search_result } = await query.search({
    entity: CATALOG_INDEX["search-postgres"],
    fields: ["id"],
    filters: { q },
    pagination: { take: 1 },
    search_options: {
      match_strategy: "last",
      count: "none",
      provider_options: { "search-postgres": options },
    },
  } as Parameters<RemoteQueryFunction["search"]>[0]);
  const { provider_metadata } = search_result as unknown as Result;
  const { reading = null, suggestions = [] } = provider_metadata ?? {};
  const read = reading?.kind === "corrected" ? [reading.read_as] : [];
  return [...new Set([...read, ...suggestions])];
}

/** What else may have been meant; PostgreSQL says so, and keeps silent about a text that names meet. */
async function meantBy(query: Search, q: string): Promise<string[]> {
  try {
    return await spellingsOf(query, q, { instead: true });
  } catch {
    // A hint is not worth a search that has its answer.
    return [];
  }
}

async function ask(
  query: Search,
  engine: SearchEngine,
  wanted: CatalogQuery,
  among: readonly string[] | null,
): Promise<Result> {
  const { near, radius_km } = wanted;
  const options: EngineOptions = {
    disjunctive: true,
    ...(near ? { near: { ...near, ...(radius_km === undefined ? {} : { radius_km }) } } : {}),
    ...(wanted.sort === "distance" ? { sort_by_distance: true } : {}),
  };
  const { search_result } = await query.search({
    entity: CATALOG_INDEX[engine],
    fields: ["id", cardOf(wanted), "stars", ...(near ? ["location"] : [])],
    filters: filtersOf(wanted, among),
    pagination: {
      skip: (wanted.page - 1) * wanted.page_size,
      take: wanted.page_size,
      order: orders[wanted.sort],
    },
    search_options: {
      match_strategy: "last",
      count: "exact",
      facets,
      provider_options: { [engine]: options },
    },
  } as Parameters<RemoteQueryFunction["search"]>[0]);
  return search_result as unknown as Result;
}

function cardOf({ lang }: CatalogQuery): "card_vi" | "card_en" {
  return lang === "vi" ? "card_vi" : "card_en";
}

function filtersOf(
  wanted: CatalogQuery,
  among: readonly string[] | null,
): SearchTypes.SearchFilters {
  const filters: SearchTypes.SearchFilters = {};
  if (among !== null) filters.id = { $in: [...among] };
  if (wanted.q !== "") filters.q = wanted.q;
  for (const name of ["kind", "region", "province", "group", "subgroup", "stars"] as const) {
    if (wanted[name].length > 0) filters[name] = { $in: [...wanted[name]] };
  }
  for (const name of ["producer", "village"] as const) {
    if (wanted[name].length > 0) filters[name] = { $in: [...wanted[name]] };
  }
  const { price_min, price_max } = wanted;
  if (price_min !== undefined || price_max !== undefined) {
    filters.price_vnd = {
      ...(price_min === undefined ? {} : { $gte: price_min }),
      ...(price_max === undefined ? {} : { $lte: price_max }),
    };
  }
  return filters;
}

function hitOf(
  document: Record<string, unknown>,
  wanted: CatalogQuery,
  reading: EngineReading | null,
): CatalogHit {
  const shown = JSON.parse(String(document[cardOf(wanted)])) as Omit<
    CatalogHit,
    "stars" | "title_marks" | "distance_km"
  >;
  const place = document.location as Point | null | undefined;
  return {
    ...shown,
    title_marks: reading ? marksOf(shown.title, metBy(reading)) : [],
    distance_km: wanted.near && place ? Math.round(distanceKm(wanted.near, place) * 10) / 10 : null,
    stars: document.stars as CatalogHit["stars"],
  };
}

function metBy({ terms, prefix }: EngineReading): Met {
  return { words: terms, beginnings: prefix === null ? [] : [prefix] };
}

function facetsOf(
  found: Record<string, SearchTypes.SearchFacetResult>,
  wanted: CatalogQuery,
): CatalogAnswer["facets"] {
  const offer = offered[wanted.lang];
  const counted = (name: keyof CatalogAnswer["facets"], field: string = name) => {
    const counts = countsOf(found[field]);
    return offer[name].map((value) => ({ ...value, count: counts.get(value.value) ?? 0 }));
  };
  const subgroups = new Set<string>(
    (wanted.group.length === 0 ? GROUPS : wanted.group).flatMap((group) => subgroupsOf(group)),
  );
  for (const chosen of wanted.subgroup) subgroups.add(chosen);
  return {
    kind: counted("kind"),
    region: counted("region"),
    province: counted("province"),
    group: counted("group"),
    subgroup: counted("subgroup").filter(({ value }) => subgroups.has(value)),
    stars: counted("stars"),
    price: counted("price", "price_vnd"),
  };
}

function countsOf(facet: SearchTypes.SearchFacetResult | undefined): Map<string, number> {
  if (facet?.type === "value") {
    return new Map(facet.values.map(({ value, count }) => [value, count]));
  }
  if (facet?.type === "range") return new Map(facet.ranges.map(({ key, count }) => [key, count]));
  return new Map();
}
