import { defineSearchIndex, search } from "@medusajs/framework/utils";
import { catalogDocuments, catalogProductIds } from "../reports/catalog-documents";
import { productsDrainedSince } from "../reports/catalog-lag";

/** Products read per batch while the index is filled. */
const BATCH = 500;
const engine = "search-postgres";

/** Fields of a search document of the catalog; the cards are JSON, drawn by the route. */
const fields = search.define({
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
    .providerOptions({ [engine]: { valid_until: "stars_until" } }),
  stars_until: search.date().filterable().retrievable(false),
  producer: search.keyword().filterable().retrievable(false),
  village: search.keyword().filterable().retrievable(false),
  price_vnd: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ["range"] }),
  /** What comes first when nothing else is asked for. */
  quality: search.integer().sortable().retrievable(false),
  /** Seconds since 1970. */
  published: search.integer().sortable().retrievable(false),
  title: search.text().searchable({ weight: 3 }).retrievable(false),
  title_en: search.text().searchable({ weight: 3 }).retrievable(false),
  maker: search.text().searchable().retrievable(false),
  place: search.text().searchable().retrievable(false),
  sort_of_thing: search.text().searchable().retrievable(false),
  story: search.text().searchable().retrievable(false),
  card_vi: search.keyword(),
  card_en: search.keyword(),
});

/**
 * The catalog of goods and tours that shoppers may see. No events: the drain of `search.change` is
 * the only writer besides this seed.
 */
export default defineSearchIndex({
  name: "catalog",
  entity: "product",
  provider: engine,
  fields,
  settings: {
    provider_options: {
      [engine]: {
        // Raised when the table's layout or a document's text changes, so that the index is rebuilt.
        layout: 1,
        orders: [
          { quality: "DESC" },
          { price_vnd: "ASC" },
          { price_vnd: "DESC" },
          { stars: "DESC", quality: "DESC" },
          { published: "DESC" },
        ],
      },
    },
  },
  async *seed({ last_key, catchup }) {
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
  },
});
