import type { SearchTypes } from "@medusajs/framework/types";
import { CATALOG_INDEX, catalogFields, PRICE_STEPS } from "../../../src/lib/catalog-index";
import type { EngineMetadata, EngineReading, Near } from "../../../src/lib/search-reading";
import type { CatalogDocument } from "../../../src/reports/catalog-documents";

export type EngineName = keyof typeof CATALOG_INDEX;

/** An engine as a test file opens it: the real provider and a clock that the tests set. */
export type OpenedEngine = {
  service: SearchTypes.ISearchProvider & Required<Pick<SearchTypes.ISearchProvider, "search">>;
  clock: { now: Date };
  close?: () => Promise<void>;
};

/** The day on which the documents are searched unless a test moves the clock. */
export const CONTRACT_DAY = "2026-11-22";
export const CONTRACT_NOW = new Date(`${CONTRACT_DAY}T03:00:00Z`);

export const VALUE_FACETS = ["kind", "region", "province", "group", "subgroup", "stars"] as const;

export const contractFacets: NonNullable<SearchTypes.SearchOptions["facets"]> = [
  ...VALUE_FACETS,
  {
    field: "price_vnd",
    type: "range",
    ranges: PRICE_STEPS.map((from, place) => {
      const to = PRICE_STEPS[place + 1];
      return { key: String(from), from, ...(to === undefined ? {} : { to }) };
    }),
  },
];

/** What a search asks in these tests; filters as the catalog's route makes them. */
export type Asked = {
  q?: string;
  filters?: Record<string, unknown>;
  order?: Record<string, "ASC" | "DESC">;
  skip?: number;
  take?: number;
  near?: Near;
  sort_by_distance?: boolean;
  attributes?: string[];
  options?: SearchTypes.SearchOptions;
};

export type Found = {
  ids: string[];
  hits: SearchTypes.SearchHit[];
  count: number | null;
  /** Per facet the counts by value or by the beginning of the range; zeros are left out. */
  facets: Record<string, Record<string, number>>;
  reading: EngineReading | null;
  suggestions: string[];
};

/** One physical index of an engine under test; its writes are over when they return. */
export type ContractIndex = ReturnType<typeof contractIndex>;

/** The physical index `physical` of the catalog's own definition, in any engine. */
export function contractIndex(name: EngineName, opened: () => OpenedEngine, physical: string) {
  const definition = {
    name: CATALOG_INDEX[name],
    entity: "product",
    primary_key: "id",
    provider: name,
    physical_name: physical,
    definition_hash: "1",
    fields: catalogFields.toFields(),
    settings: { provider_options: { [name]: { orders: [{ quality: "DESC" }] } } },
    seed: async function* () {},
  } as unknown as SearchTypes.ResolvedSearchIndexDefinition;
  const service = () => opened().service;
  const done = async (writing: Promise<SearchTypes.SearchTask>) => {
    const task = await writing;
    if (task.status === "succeeded") return;
    const ended = await service().waitForTask?.(task, { timeout_ms: 60_000 });
    if (ended?.status !== "succeeded") throw new Error(ended?.error?.message ?? "not written");
  };
  const query = (asked: Asked): SearchTypes.ProviderSearchQuery => {
    const { q, filters = {}, order, skip = 0, take = 60, near, sort_by_distance } = asked;
    const own = {
      disjunctive: true,
      ...(near && { near }),
      ...(sort_by_distance && { sort_by_distance }),
    };
    return {
      index: definition,
      attributes_to_retrieve: asked.attributes ?? ["id", "card_vi", "stars"],
      ...(q === undefined ? {} : { q }),
      filters: filters as SearchTypes.SearchFilters,
      pagination: { skip, take, ...(order ? { order } : {}) },
      search_options: {
        match_strategy: "last",
        count: "exact",
        facets: contractFacets,
        provider_options: { [name]: own },
        ...asked.options,
      },
    };
  };
  return {
    name,
    physical,
    clock: () => opened().clock,
    create: () => done(service().upsertIndex({ index: definition })),
    drop: () => done(service().deleteIndex({ index: physical })),
    clear: () => done(service().clearIndex({ index: physical })),
    put: (documents: CatalogDocument[]) =>
      done(service().upsertDocuments({ index: physical, definition, documents })),
    remove: (filters: Record<string, unknown>) =>
      done(
        service().deleteDocuments({
          index: physical,
          filters: filters as SearchTypes.SearchFilters,
        }),
      ),
    list: async () => (await service().listIndexes()).find((each) => each.name === physical),
    async ask(asked: Asked): Promise<Found> {
      return foundIn(await service().search(query(asked)));
    },
    /** Everything that a text finds, in order; no facets, because nobody looks at them. */
    async idsOf(q: string, order?: Asked["order"]): Promise<string[]> {
      const asked = { q, take: 400, attributes: ["id"], ...(order ? { order } : {}) };
      const result = await service().search(query({ ...asked, options: { facets: [] } }));
      return result.hits.map(({ id }) => id);
    },
  };
}

function foundIn(result: SearchTypes.SearchResult): Found {
  const said = result.provider_metadata as EngineMetadata | undefined;
  return {
    ids: result.hits.map((hit) => hit.id),
    hits: result.hits,
    count: result.metadata.count,
    facets: Object.fromEntries(
      Object.entries(result.facets ?? {}).map(([field, facet]) => [field, countsOf(facet)]),
    ),
    reading: said?.reading ?? null,
    suggestions: said?.suggestions ?? [],
  };
}

function countsOf(facet: SearchTypes.SearchFacetResult): Record<string, number> {
  const pairs =
    facet.type === "value"
      ? facet.values.map(({ value, count }) => [value, count] as const)
      : facet.type === "range"
        ? facet.ranges.map(({ key, count }) => [key, count] as const)
        : [];
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}
