import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { drainChanges } from "../modules/search-postgres";
import { type CatalogDocument, catalogDocuments } from "../reports/catalog-documents";

/** Brings edits of products, prices, stock, producers and certificates into search within seconds. */
export default async function drainCatalog(container: MedusaContainer): Promise<void> {
  const search = container.resolve(Modules.SEARCH);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const index = "catalog";
  await drainChanges({
    index,
    build: (ids) => catalogDocuments(ids, new Date()),
    put: (documents) =>
      search.upsertDocuments({ index, documents: documents as CatalogDocument[] }),
    remove: (ids) => search.deleteDocuments({ index, filters: { id: ids } }),
    warn: (message) => logger.warn(message),
  });
}

export const config = { name: "drain-catalog", schedule: { interval: 1000 } };
