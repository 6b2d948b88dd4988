import type { MedusaContainer } from "@medusajs/framework/types";
import { feedCatalog } from "../lib/catalog-feed";

/** Brings edits of products, prices, stock, producers and certificates into search within seconds. */
export default async function drainCatalog(container: MedusaContainer): Promise<void> {
  await feedCatalog(container, "search-postgres");
}

export const config = { name: "drain-catalog", schedule: { interval: 1000 } };
