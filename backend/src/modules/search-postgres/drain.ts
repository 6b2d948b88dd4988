import { MedusaError } from "@medusajs/framework/utils";
import {
  type Due,
  drainState,
  failChanges,
  finishChanges,
  noteDrainedElsewhere,
  takeChanges,
  withDrainLock,
} from "./changes";

/** Products per batch, and batches per run: one run never holds the lock for long. */
const BATCH = 200;
const BATCHES = 50;

export type Drain = {
  index: string;
  /** The documents of those products that shoppers may see; the others are removed. */
  build: (productIds: string[]) => Promise<{ id: string }[]>;
  put: (documents: { id: string }[]) => Promise<unknown>;
  remove: (productIds: string[]) => Promise<unknown>;
  warn: (message: string) => void;
};

/** The version that this process saw last, per index; another one means that a rebuild was swapped in. */
const seen = new Map<string, number>();

/**
 * Works off the queue of changes: coalesces by product, rebuilds the documents from the rows as
 * they are now, writes them and forgets the changes. One process at a time; the others skip. Repeats
 * do no harm. A product that can't be built is tried eight times and then laid aside; it never
 * holds up the others.
 * @returns the number of products drained.
 */
export async function drainChanges(drain: Drain): Promise<number> {
  const { isDue, version } = await drainState(drain.index);
  if (version > 0 && seen.get(drain.index) !== version) {
    await noteDrainedElsewhere(version);
    seen.set(drain.index, version);
  } else if (!isDue || version === 0) {
    // Nothing serves reads before the first seed, and the seed reads everything anyway.
    return 0;
  }
  let count = 0;
  await withDrainLock(async () => {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const due = await takeChanges(BATCH);
      if (due.length === 0) return;
      count += await drainBatch(drain, due, version);
    }
  });
  return count;
}

async function drainBatch(drain: Drain, due: Due[], version: number): Promise<number> {
  try {
    const ids = due.map((item) => item.product_id);
    const documents = await drain.build(ids);
    const visible = new Set(documents.map((document) => document.id));
    const hidden = ids.filter((id) => !visible.has(id));
    if (documents.length > 0) await drain.put(documents);
    if (hidden.length > 0) await drain.remove(hidden);
    await finishChanges(due, version);
    return due.length;
  } catch (error) {
    // The index itself being away is nobody's fault among the products: the changes wait.
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) throw error;
    if (due.length > 1) {
      let count = 0;
      for (const item of due) count += await drainBatch(drain, [item], version);
      return count;
    }
    const message = error instanceof Error ? error.message : String(error);
    drain.warn(`The search document of ${due[0]?.product_id} can't be built: ${message}`);
    await failChanges(due, message);
    return 0;
  }
}
