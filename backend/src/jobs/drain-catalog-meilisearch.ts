import type { MedusaContainer } from "@medusajs/framework/types";
import { feedCatalog } from "../lib/catalog-feed";
import { env } from "../lib/env";

/**
 * As drain-catalog, for Meilisearch where it is configured; a job of its own, so that a slow server
 * never holds up the index in PostgreSQL.
 */
export default async function drainCatalogMeilisearch(container: MedusaContainer): Promise<void> {
  if (env.MEILISEARCH_HOST) await feedCatalog(container, "search-meilisearch");
}

export const config = { name: "drain-catalog-meilisearch", schedule: { interval: 1000 } };
