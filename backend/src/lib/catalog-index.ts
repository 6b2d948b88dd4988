import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import { search } from "@medusajs/framework/utils";
import {
  type CatalogDocument,
  catalogDocuments,
  catalogProductIds,
} from "../reports/catalog-documents";
import { productsDrainedSince } from "../reports/catalog-lag";

/** Products read per batch while the index is filled. */
const BATCH = 500;

/** Where the price ranges begin, in đồng; the last one is open. */
export const PRICE_STEPS = [0, 50_000, 100_000, 200_000, 500_000, 1_000_000] as const;

/** The logical index that each engine keeps of the same catalog. */
export const CATALOG_INDEX: Readonly<Record<SearchEngine, string>> = {
  "search-postgres": "catalog",
  "search-meilisearch": "catalog_meilisearch",
};

/** A hint for both engines. */
const forBoth = (hint: Record<string, unknown>): Record<SearchEngine, Record<string, unknown>> => ({
  "search-postgres": hint,
  "search-meilisearch": hint,
});

/** Fields of a search document of the catalog; the cards are JSON, drawn by the route. */
export const catalogFields = search.define({
  id: search.keyword().filterable(),
  kind: search.keyword().filterable().facetable(),
  region: search.keyword().filterable().facetable(),
  /** Two-digit code. */
  province: search.keyword().filterable().facetable(),
  group: search.keyword().filterable().facetable(),
  subgroup: search.keyword().filterable().facetable(),
  /** Of the certificate in force; reads as null after its last day, whoever is asleep then. */
  stars: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ["value"] })
    .providerOptions(forBoth({ valid_until: "stars_until" })),
  stars_until: search.date().filterable().retrievable(false),
  producer: search.keyword().filterable().retrievable(false),
  village: search.keyword().filterable().retrievable(false),
  price_vnd: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ["range"] })
    .providerOptions(forBoth({ bounds: PRICE_STEPS })),
  /** What comes first when nothing else is asked for. */
  quality: search.integer().sortable().retrievable(false),
  /** Seconds since 1970. */
  published: search.integer().sortable().retrievable(false),
  title: search.text().searchable({ weight: 3 }).retrievable(false),
  title_en: search.text().searchable({ weight: 3 }).retrievable(false),
  maker: search.text().searchable().retrievable(false),
  place: search.text().searchable().retrievable(false),
  sort_of_thing: search.text().searchable().retrievable(false),
  /** Told freely, so its words are no names: they correct nothing that somebody types. */
  story: search
    .text()
    .searchable()
    .retrievable(false)
    .providerOptions(forBoth({ corrects: false })),
  /** Of the village, or the seat of its maker's province. */
  location: search.geo(),
  card_vi: search.keyword(),
  card_en: search.keyword(),
});

type Batch =
  | { action: "upsert"; documents: CatalogDocument[] }
  | { action: "delete"; filters: { id: string[] } };

/**
 * Everything that shoppers may see, in batches by the order of ids, after `last_key`; with
 * `catchup` only what the drain worked off since then, for an index that was filled meanwhile.
 */
export async function* seedCatalog({
  last_key,
  catchup,
}: {
  last_key?: string | null;
  catchup?: { since: Date };
}): AsyncGenerator<Batch[]> {
  const changed = catchup ? await productsDrainedSince(catchup.since) : null;
  let after = last_key ?? "";
  for (;;) {
    const ids = changed ? changed.splice(0, BATCH) : await catalogProductIds(after, BATCH);
    if (ids.length === 0) return;
    const documents = await catalogDocuments(ids, new Date());
    if (documents.length > 0) yield [{ action: "upsert", documents }];
    const visible = new Set(documents.map((document) => document.id));
    const hidden = ids.filter((id) => !visible.has(id));
    if (changed && hidden.length > 0) yield [{ action: "delete", filters: { id: hidden } }];
    after = ids.at(-1) ?? after;
  }
}
