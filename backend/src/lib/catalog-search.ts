import {
  type CatalogAnswer,
  type CatalogFacetValue,
  type CatalogHit,
  type CatalogQuery,
  catalogKinds,
} from "@cho-lang/shared/contracts/catalog";
import {
  GROUPS,
  groupLabel,
  productKindLabel,
  SUBGROUPS,
  subgroupLabel,
  subgroupsOf,
} from "@cho-lang/shared/domain/product";
import { PROVINCES, provinceName, REGION_SLUGS, regionName } from "@cho-lang/shared/geography";
import { LANGUAGES, type Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { compareVietnamese } from "@cho-lang/shared/vietnamese";
import type { RemoteQueryFunction, SearchTypes } from "@medusajs/framework/types";

const engine = "search-postgres";

/** Where the price ranges begin, in đồng; the last one is open. */
const PRICE_STEPS = [0, 50_000, 100_000, 200_000, 500_000, 1_000_000] as const;

const priceRanges = PRICE_STEPS.map((from, index) => {
  const to = PRICE_STEPS[index + 1];
  return { key: to === undefined ? `${from}-` : `${from}-${to - 1}`, from, ...(to ? { to } : {}) };
});

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
  distance: { quality: "DESC" },
};

/** Values that a facet offers in each language, in the order in which a shopper sees them. */
const offered = Object.fromEntries(
  LANGUAGES.map((language) => [language, offer(language)]),
) as Record<Language, Record<keyof CatalogAnswer["facets"], Omit<CatalogFacetValue, "count">[]>>;

/**
 * Asks the catalog's index; the one place that does. Counts are exact and disjunctive, and belong
 * to the same state of the index as the hits. `among` are the ids of the only products that may be
 * found and counted; null for all.
 * @throws MedusaError NOT_FOUND while the index has not been filled for the first time.
 */
export async function searchCatalog(
  query: Pick<RemoteQueryFunction, "search">,
  wanted: CatalogQuery,
  among: readonly string[] | null = null,
): Promise<CatalogAnswer> {
  const started = performance.now();
  const card = wanted.lang === "vi" ? "card_vi" : "card_en";
  const { search_result } = await query.search({
    entity: "catalog",
    fields: ["id", card, "stars"],
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
      provider_options: { [engine]: { disjunctive: true } },
    },
  } as Parameters<RemoteQueryFunction["search"]>[0]);
  const result = search_result as unknown as SearchTypes.SearchResult;
  return {
    count: result.metadata.count ?? 0,
    page: wanted.page,
    page_size: wanted.page_size,
    hits: result.hits.map(({ document }) => hitOf(document, card)),
    facets: facetsOf(result.facets ?? {}, wanted),
    reading: null,
    suggestions: [],
    took_ms: Math.round((performance.now() - started) * 100) / 100,
    engine,
    degraded: false,
  };
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

function hitOf(document: Record<string, unknown>, card: string): CatalogHit {
  const shown = JSON.parse(String(document[card])) as Omit<CatalogHit, "stars" | "title_marks">;
  const stars = document.stars as CatalogHit["stars"];
  return { ...shown, title_marks: [], distance_km: null, stars };
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

function offer(
  language: Language,
): Record<keyof CatalogAnswer["facets"], { value: string; label: string }[]> {
  return {
    kind: catalogKinds.map((value) => ({ value, label: productKindLabel(value, language) })),
    region: REGION_SLUGS.map((value) => ({ value, label: regionName(value, language) })),
    province: PROVINCES.map((province) => ({
      value: province.code,
      label: provinceName(province, language),
    })).sort((a, b) => compareVietnamese(a.label, b.label)),
    group: GROUPS.map((value) => ({ value, label: groupLabel(value, language) })),
    subgroup: SUBGROUPS.map((value) => ({ value, label: subgroupLabel(value, language) })),
    stars: [5, 4, 3].map((stars) => ({
      value: String(stars),
      label: language === "vi" ? `${stars} sao` : `${stars} stars`,
    })),
    price: priceRanges.map((range) => ({ value: range.key, label: priceLabel(range, language) })),
  };
}

/** "Dưới 50.000 ₫", "50.000 ₫ – dưới 100.000 ₫", "Từ 1.000.000 ₫". */
function priceLabel({ from, to }: { from: number; to?: number }, language: Language): string {
  const under = language === "vi" ? "dưới" : "under";
  if (to === undefined) return `${language === "vi" ? "Từ" : "From"} ${formatVnd(from, language)}`;
  if (from === 0) {
    return `${language === "vi" ? "Dưới" : "Under"} ${formatVnd(to, language)}`;
  }
  return `${formatVnd(from, language)} – ${under} ${formatVnd(to, language)}`;
}
