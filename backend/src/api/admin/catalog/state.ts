import {
  type SearchEngine,
  type SearchEngineState,
  type SearchState,
  searchEngines,
} from "@cho-lang/shared/contracts/operator-search";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { CATALOG_INDEX } from "../../../lib/catalog-index";
import { engineStates, servingOf } from "../../../lib/engine-choice";
import { refuse } from "../../../lib/errors";
import { type QueueState, queueState } from "../../../modules/search-postgres";
import {
  type AskedFacts,
  askedRebuilds,
  catalogIndexes,
  type IndexFacts,
  productCount,
} from "../../../reports/operator-search";
import { rebuildOf } from "./rebuild";

/** Milliseconds that an engine has to say how many documents it holds. */
const PATIENCE = 2000;

/** The engines that are configured; Postgres always is. */
async function configuredEngines(scope: MedusaContainer): Promise<SearchEngine[]> {
  const indexes = await scope.resolve(Modules.SEARCH).listIndexes();
  const names = new Set(indexes.map(({ name }) => name));
  return searchEngines.filter((engine) => names.has(CATALOG_INDEX[engine]));
}

/** Refuses an engine that this shop does not use. */
export async function expectConfigured(scope: MedusaContainer, engine: SearchEngine) {
  if ((await configuredEngines(scope)).includes(engine)) return;
  const message = "is not configured: set MEILISEARCH_HOST and MEILISEARCH_API_KEY, and restart";
  refuse("engine_not_configured", `${engine} ${message}`, {
    fields: [{ field: "engine", code: "engine_not_configured", message }],
  });
}

/** Everything that the operator's page of search shows at its top, as of now. */
export async function searchState(scope: MedusaContainer): Promise<SearchState> {
  const engines = await configuredEngines(scope);
  const [indexes, asked, queue, products, documents] = await Promise.all([
    catalogIndexes(engines.map((engine) => CATALOG_INDEX[engine])),
    askedRebuilds(),
    queueState(),
    productCount(),
    Promise.all(engines.map((engine) => documentCount(scope, CATALOG_INDEX[engine]))),
  ]);
  const seen = await engineStates();
  return {
    engines: engines.map((engine, at) => {
      const index = ofIndex(engine, { indexes, asked, products });
      const view = seen.engines.find((one) => one.engine === engine);
      return {
        ...index,
        ...servingOf(index.version, view),
        documents: documents[at] ?? null,
        ...waitingOf(engine, queue),
      };
    }),
    degraded: seen.degraded,
    products,
  };
}

function ofIndex(
  engine: SearchEngine,
  facts: { indexes: IndexFacts[]; asked: AskedFacts[]; products: number },
): Pick<SearchEngineState, "engine" | "index" | "version" | "rebuild"> {
  const index = CATALOG_INDEX[engine];
  const found = facts.indexes.find(({ name }) => name === index);
  const asked = facts.asked.find((row) => row.engine === engine) ?? null;
  const rebuild = rebuildOf({ filling: found?.filling ?? null, asked }, facts.products, new Date());
  return { engine, index, version: found?.version ?? null, rebuild };
}

/** What waits to be written into an engine; nothing for one that is not fed yet. */
function waitingOf(
  engine: SearchEngine,
  queue: readonly QueueState[],
): Pick<SearchEngineState, "waiting" | "lag_seconds" | "dead"> {
  const {
    waiting = 0,
    lag_seconds = 0,
    dead = 0,
  } = queue.find((row) => row.engine === engine) ?? {};
  return { waiting, lag_seconds, dead };
}

/** Documents in an index; null when its engine does not say so in time. */
async function documentCount(scope: MedusaContainer, index: string): Promise<number | null> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY);
  const asked = query
    .search({
      entity: index,
      fields: ["id"],
      pagination: { skip: 0, take: 1 },
      search_options: { count: "exact" },
    } as Parameters<typeof query.search>[0])
    .then(({ search_result }) => search_result.metadata.count ?? null)
    .catch(() => null);
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE).unref();
  });
  return Promise.race([asked, late]);
}
