import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaContainer, SearchTypes } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import {
  type Drain,
  drainChanges,
  isMigrated,
  type SearchModule,
} from "../modules/search-postgres";
import { type CatalogDocument, catalogDocuments } from "../reports/catalog-documents";
import { CATALOG_INDEX } from "./catalog-index";

/** The Search Module with what only the feeding of its engines needs. */
export function searchModule(container: MedusaContainer): SearchModule {
  return container.resolve(Modules.SEARCH) as unknown as SearchModule;
}

/** Works off the changes that wait for one engine; see `drainChanges`. None before the migrations. */
export async function feedCatalog(
  container: MedusaContainer,
  engine: SearchEngine,
): Promise<number> {
  if (!(await isMigrated())) return 0;
  const search = searchModule(container);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const index = CATALOG_INDEX[engine];
  const provider = () => search.searchProviderService_.retrieve(engine);
  const drain: Drain<CatalogDocument> = {
    engine,
    definitionHash: search.getIndex(index).definition_hash,
    build: (ids) => catalogDocuments(ids, new Date()),
    put: (documents) => search.upsertDocuments({ index, documents }),
    remove: (ids) => search.deleteDocuments({ index, filters: { id: ids } }),
    settle: async (tasks) => {
      for (const task of tasks) await settled(provider(), task);
    },
    // Otherwise this process reads the former version for half a minute, which nobody feeds now.
    onVersion: () => search.activeVersionCache_.refresh(),
    warn: (message) => logger.warn(message),
  };
  return drainChanges(drain);
}

/**
 * Waits until the engine has done a task.
 * @throws MedusaError NOT_FOUND when the index went away meanwhile, else INVALID_DATA with the
 * engine's words when it could not do the task.
 */
async function settled(
  provider: SearchTypes.ISearchProvider,
  task: SearchTypes.SearchTask,
): Promise<void> {
  const isOpen = task.status !== "succeeded" && task.status !== "failed";
  const done = isOpen && provider.waitForTask ? await provider.waitForTask(task) : task;
  if (done.status !== "failed") return;
  const { code, message: reason = "the engine does not say why" } = done.error ?? {};
  const { NOT_FOUND } = MedusaError.Types;
  if (code === "index_not_found") throw new MedusaError(NOT_FOUND, reason);
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The write failed: ${reason}`);
}
