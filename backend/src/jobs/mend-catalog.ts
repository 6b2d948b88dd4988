import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { CATALOG_INDEX } from "../lib/catalog-index";
import { env } from "../lib/env";
import { mendIndex } from "../lib/mend-index";
import {
  installTriggers,
  isMigrated,
  registerEngine,
  unregisterEngine,
} from "../modules/search-postgres";
import refreshStars from "./refresh-stars";
import repairCatalog from "./repair-catalog";

let isRunning = false;
let hasBooted = false;

/**
 * Sees to it that search can't be wrong for long whatever happened to database, engine or worker:
 * the engines that are configured are fed, every table notes its changes (a restored backup may
 * have lost that), the stars of a midnight slept through are made up for at boot, and an index that
 * is lost or half is filled anew.
 */
export default async function mendCatalog(container: MedusaContainer): Promise<void> {
  // A filling may take minutes; the next looks must not queue up behind it.
  if (isRunning) return;
  isRunning = true;
  try {
    if (await isMigrated()) await mend(container);
  } finally {
    isRunning = false;
  }
}

async function mend(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  if (env.MEILISEARCH_HOST) {
    await registerEngine("search-meilisearch", CATALOG_INDEX["search-meilisearch"]);
  } else if (!hasBooted) {
    await unregisterEngine("search-meilisearch");
  }
  const tables = await installTriggers();
  if (tables.length > 0) {
    logger.warn(`Changes were not noted on ${tables.join(", ")}; every document is made anew.`);
    await repairCatalog();
  }
  if (!hasBooted) await refreshStars();
  hasBooted = true;
  await mendIndex(container, "search-postgres");
  if (env.MEILISEARCH_HOST) await mendIndex(container, "search-meilisearch");
}

export const config = { name: "mend-catalog", schedule: { interval: 5000 } };
