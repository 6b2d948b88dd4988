import { defineSearchIndex } from "@medusajs/framework/utils";
import { CATALOG_INDEX, catalogFields, seedCatalog } from "../lib/catalog-index";
import { env } from "../lib/env";

/** Raised when a table's layout or a document's text changes, so that the indexes are rebuilt. */
const LAYOUT = 7;

const catalog = { entity: "product", fields: catalogFields, seed: seedCatalog } as const;

/**
 * The catalog of goods and tours that shoppers may see, in the engine that is always there. No
 * events: the drain of `search.change` is the only writer besides the seed.
 */
export default defineSearchIndex({
  ...catalog,
  name: CATALOG_INDEX["search-postgres"],
  provider: "search-postgres",
  settings: {
    provider_options: {
      "search-postgres": {
        layout: LAYOUT,
        orders: [
          { quality: "DESC" },
          { price_vnd: "ASC" },
          { price_vnd: "DESC" },
          { stars: "DESC", quality: "DESC" },
          { published: "DESC" },
          // The best goods and the best visits, for suggestions and for pages of one kind.
          { kind: "ASC", quality: "DESC" },
        ],
      },
    },
  },
});

/** The same catalog in Meilisearch, where it is configured. */
if (env.MEILISEARCH_HOST) {
  defineSearchIndex({
    ...catalog,
    name: CATALOG_INDEX["search-meilisearch"],
    provider: "search-meilisearch",
    settings: {
      provider_options: {
        "search-meilisearch": { layout: LAYOUT, orders: [{ quality: "DESC" }] },
      },
    },
  });
}
