import { search } from "@medusajs/framework/utils";
import type { EngineMetadata } from "../../src/lib/search-reading";
import { SearchPostgresService } from "../../src/modules/search-postgres/service";
import { type Asked, CONTRACT_NOW, contractFacets } from "./contract/engine";
import type { SampleDocument } from "./documents";

const engine = "search-postgres";
const table = "sample_v1";

const fields = search
  .define({
    id: search.keyword().filterable(),
    kind: search.keyword().filterable().facetable(),
    region: search.keyword().filterable().facetable(),
    province: search.keyword().filterable().facetable(),
    group: search.keyword().filterable().facetable(),
    subgroup: search.keyword().filterable().facetable(),
    stars: search
      .integer()
      .filterable()
      .sortable()
      .facetable({ types: ["value"] })
      .providerOptions({ [engine]: { valid_until: "stars_until" } }),
    stars_until: search.date().filterable().retrievable(false),
    producer: search.keyword().filterable(),
    price_vnd: search
      .integer()
      .filterable()
      .sortable()
      .facetable({ types: ["range"] }),
    quality: search.integer().sortable(),
    title: search.text().searchable({ weight: 3 }).retrievable(false),
    title_en: search.text().searchable({ weight: 3 }).retrievable(false),
    story: search.text().searchable().retrievable(false),
    card: search.keyword(),
  })
  .toFields();

const index = {
  name: "sample",
  entity: "product",
  primary_key: "id",
  provider: engine,
  physical_name: table,
  definition_hash: "1",
  fields,
  settings: {
    provider_options: { [engine]: { orders: [{ quality: "DESC" }, { price_vnd: "ASC" }] } },
  },
  seed: async function* () {},
};

type SampleAsked = Pick<Asked, "q" | "filters" | "order" | "skip" | "take"> & {
  /** Only another text is looked for. */
  instead?: boolean;
};

/**
 * search-postgres over one small index of sample documents, with a clock that tests may set: for
 * what that engine alone does. What both engines promise is tried by the suite in `contract`.
 */
export function sampleEngine() {
  const clock = { now: CONTRACT_NOW };
  const service = new SearchPostgresService({}, { now: () => clock.now });
  return {
    clock,
    service,
    create: () => service.upsertIndex({ index }),
    drop: () => service.deleteIndex({ index: table }),
    put: (documents: SampleDocument[]) =>
      service.upsertDocuments({ index: table, definition: index, documents }),
    remove: (ids: string[]) => service.deleteDocuments({ index: table, filters: { id: ids } }),
    async ask({ q, filters, order, skip = 0, take = 60, instead = false }: SampleAsked) {
      const result = await service.search({
        index,
        attributes_to_retrieve: ["id", "card", "stars"],
        ...(q === undefined ? {} : { q }),
        filters: (filters ?? {}) as never,
        pagination: { skip, take, ...(order ? { order } : {}) },
        search_options: {
          match_strategy: "last",
          facets: contractFacets,
          provider_options: { [engine]: { disjunctive: true, instead } },
        },
      });
      return {
        ids: result.hits.map((hit) => hit.id),
        hits: result.hits,
        count: result.metadata.count,
        facets: result.facets ?? {},
        said: result.provider_metadata as EngineMetadata | undefined,
      };
    },
  };
}
