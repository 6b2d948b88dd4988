import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { rebuildIndex, restEngine, shortenQueue, wakeEngine } from "../modules/search-postgres";
import { indexCondition } from "../reports/index-condition";
import { searchModule } from "./catalog-feed";
import { CATALOG_INDEX } from "./catalog-index";
import { env } from "./env";
import { type Held, whatIsWrong } from "./index-diagnosis";

const HEALTH_MS = 2000;
/** First and longest pause between two fillings that failed. */
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 600_000;

type Patience = { complaint: string | null; failures: number; not_before: number };
const patience = new Map<SearchEngine, Patience>();

/**
 * Looks whether an engine's index is there and whole, and fills it anew where it is not: one that
 * the engine lost, that was never filled, or whose filling died with its process. What may only be
 * a moment's picture counts when it is seen twice. After a failure it waits longer each time.
 */
export async function mendIndex(container: MedusaContainer, engine: SearchEngine): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const known = patience.get(engine) ?? { complaint: null, failures: 0, not_before: 0 };
  patience.set(engine, known);
  if (Date.now() < known.not_before) return;
  const index = CATALOG_INDEX[engine];
  const complaint = await complaintAbout(container, engine);
  const isSure = complaint !== null && complaint === known.complaint;
  known.complaint = complaint;
  if (!isSure) return;
  logger.warn(`${engine} gets the index ${index} anew: ${complaint}`);
  try {
    await rebuildIndex(searchModule(container), { engine, index });
    known.failures = 0;
  } catch (error) {
    known.failures += 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** known.failures, LONGEST_PAUSE_MS);
    known.not_before = Date.now() + pause;
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn(`${engine} could not be filled; the next try is in ${pause / 1000} s: ${reason}`);
  }
}

async function complaintAbout(
  container: MedusaContainer,
  engine: SearchEngine,
): Promise<string | null> {
  const condition = await indexCondition(engine, CATALOG_INDEX[engine]);
  if (engine === "search-postgres") {
    // Before the first migration, or where an operator removed it, there is nothing to mend.
    if (condition === null) return null;
    const table = condition.physical_name;
    const held = await heldBy(container, engine);
    return whatIsWrong(condition, held, table === null ? null : (held?.get(table) ?? null));
  }
  const isHere = await isHealthy();
  // Nothing is written before the first filling, so that the drain does none of this.
  if (!condition?.version) {
    await shortenQueue(engine);
    await (isHere ? wakeEngine(engine) : restEngine(engine, "Nobody answers at MEILISEARCH_HOST."));
  }
  if (!isHere) return null;
  const reference = await indexCondition("search-postgres", CATALOG_INDEX["search-postgres"]);
  const isSettled = reference?.physical_name && reference.waiting === 0;
  const expected = isSettled
    ? (await heldBy(container, "search-postgres"))?.get(reference.physical_name ?? "")
    : undefined;
  return whatIsWrong(condition, await heldBy(container, engine), expected ?? null);
}

async function heldBy(container: MedusaContainer, engine: SearchEngine): Promise<Held> {
  const provider = searchModule(container).searchProviderService_.retrieve(engine);
  const indexes = await provider.listIndexes();
  return new Map(indexes.map(({ name, document_count }) => [name, document_count ?? 0]));
}

/** Whether Meilisearch answers: an empty list of indexes may also mean that nobody was there. */
async function isHealthy(): Promise<boolean> {
  try {
    const answer = await fetch(`${env.MEILISEARCH_HOST}/health`, {
      signal: AbortSignal.timeout(HEALTH_MS),
    });
    return answer.ok;
  } catch {
    // Refused or too late: both say no.
    return false;
  }
}
