import { defineSearchIndex } from "@medusajs/framework/utils";
import { CATALOG_INDEX, catalogFields, seedCatalog } from "../lib/catalog-index";

/**
 * The catalog of goods and tours that shoppers may see, in each engine that is configured. No
 * events: the drain of `search.change` is the only writer besides the seed.
 */
export default defineSearchIndex({
  name: CATALOG_INDEX["search-postgres"],
  entity: "product",
  provider: "search-postgres",
  fields: catalogFields,
  settings: {
    provider_options: {
      "search-postgres": {
        // Raised when the table's layout or a document's text changes, so that the index is rebuilt.
        layout: 1,
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
  seed: seedCatalog,
});
