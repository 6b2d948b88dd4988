import type { SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import { EngineAwayError } from "../../lib/engine-away";
import {
  coalesceChanges,
  type Due,
  drainState,
  failChanges,
  finishChanges,
  noteDrainedElsewhere,
  takeChanges,
  withDrainLock,
} from "./changes";
import { restEngine, wakeEngine } from "./engines";

/** Products per batch, and batches per run: one run never holds the lock for long. */
const BATCH = 200;
const BATCHES = 50;
/** So many refused products and not one accepted look like the engine's fault, not theirs. */
const SUSPICIOUS = 8;

export type Drain<Document extends { id: string } = { id: string }> = {
  engine: string;
  /** How this release defines the engine's index; null where it does not matter. */
  definitionHash?: string | null;
  /** The documents of those products that shoppers may see; the others are removed. */
  build: (productIds: string[]) => Promise<Document[]>;
  put: (documents: Document[]) => Promise<SearchTypes.SearchTask>;
  remove: (productIds: string[]) => Promise<SearchTypes.SearchTask>;
  /** Waits until the engine has done these; throws where it failed at one. */
  settle?: (tasks: SearchTypes.SearchTask[]) => Promise<void>;
  /** Hears of another version that serves reads. */
  onVersion?: () => Promise<void>;
  warn: (message: string) => void;
};

/** The version that this process saw last, per engine; another one means that a rebuild was swapped in. */
const seen = new Map<string, number>();

/**
 * Works off an engine's queue of changes: coalesces by product, rebuilds the documents from the
 * rows as they are now, writes them and forgets the changes. One process at a time; the others
 * skip. Repeats do no harm. A product that can't be built is tried eight times and then laid aside;
 * it never holds up the others. While the engine is away, or has no index, the changes wait and the
 * engine rests. A release older than the one that filled the index leaves them to that one.
 * @returns the number of products drained.
 */
export async function drainChanges<Document extends { id: string }>(
  drain: Drain<Document>,
): Promise<number> {
  const state = await drainState(drain.engine, drain.definitionHash);
  // Nothing serves reads before the first seed, and the seed reads everything anyway.
  if (!state || state.version === 0) return 0;
  if (seen.get(drain.engine) !== state.version) {
    await noteDrainedElsewhere(drain.engine, state.version);
    await drain.onVersion?.();
    seen.set(drain.engine, state.version);
  } else if (!state.is_due) {
    return 0;
  }
  // In a rolling deploy the workers of the new release feed the index that it filled.
  if (state.is_newer) return 0;
  let count = 0;
  await withDrainLock(drain.engine, async () => {
    try {
      for (let batch = 0; batch < BATCHES; batch += 1) {
        const due = await takeChanges(drain.engine, BATCH);
        if (due.length === 0) return;
        // Another version serves reads by now, perhaps one of a newer release.
        if (batch > 0 && (await drainState(drain.engine))?.version !== state.version) return;
        count += await drainBatch(drain, due, state.version);
        if (batch === 0) await wakeEngine(drain.engine);
        if (due.length === BATCH && batch === 0) await coalesceChanges(drain.engine);
      }
    } catch (error) {
      if (!isAway(error)) throw error;
      await coalesceChanges(drain.engine);
      const seconds = await restEngine(drain.engine, messageOf(error));
      drain.warn(
        `${drain.engine} can't be written to: its changes wait ${seconds} s. ${messageOf(error)}`,
      );
    }
  });
  return count;
}

/**
 * Keeps one change of each product for an engine that can't be filled: the drain, which shortens the
 * queue of one that is away, has no index to write to, and shops may stay so for months.
 */
export async function shortenQueue(engine: string): Promise<void> {
  await withDrainLock(engine, () => coalesceChanges(engine));
}

type Refused = { due: Due; message: string };

/** @returns how many were written. @throws what `isAway` tells, with all changes still waiting. */
async function drainBatch<Document extends { id: string }>(
  drain: Drain<Document>,
  due: Due[],
  version: number,
): Promise<number> {
  const refused: Refused[] = [];
  let count = 0;
  // Halves find one bad product among 200 in 15 writes, and the good ones are in with the first.
  const write = async (part: Due[]): Promise<void> => {
    if (count === 0 && refused.length >= SUSPICIOUS) return;
    try {
      await writeDocuments(drain, part);
      await finishChanges(drain.engine, part, version);
      count += part.length;
    } catch (error) {
      if (isAway(error)) throw error;
      const [only] = part;
      if (only && part.length === 1) {
        refused.push({ due: only, message: messageOf(error) });
        return;
      }
      const middle = Math.ceil(part.length / 2);
      await write(part.slice(0, middle));
      await write(part.slice(middle));
    }
  };
  try {
    await write(due);
  } finally {
    for (const { due: item, message } of refused) {
      drain.warn(`${drain.engine} can't take the document of ${item.product_id}: ${message}`);
      await failChanges([item], message);
    }
  }
  const last = refused.at(-1);
  if (count === 0 && last && refused.length >= SUSPICIOUS) {
    throw new EngineAwayError(drain.engine, `it refuses every document: ${last.message}`);
  }
  return count;
}

async function writeDocuments<Document extends { id: string }>(
  drain: Drain<Document>,
  due: Due[],
): Promise<void> {
  const ids = due.map((item) => item.product_id);
  const documents = await drain.build(ids);
  const visible = new Set(documents.map((document) => document.id));
  const hidden = ids.filter((id) => !visible.has(id));
  const tasks: SearchTypes.SearchTask[] = [];
  if (documents.length > 0) tasks.push(await drain.put(documents));
  if (hidden.length > 0) tasks.push(await drain.remove(hidden));
  await drain.settle?.(tasks);
}

/** The engine or its index being away is nobody's fault among the products. */
function isAway(error: unknown): boolean {
  return (
    error instanceof EngineAwayError ||
    (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND)
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
