import { and, inArray, isNotNull, isNull, lt, lte, sql as raw } from "drizzle-orm";
import { db, sql } from "../../lib/sql";
import { change, drained } from "./tables";

/** Tries before a change is laid aside for a person to look at. */
export const MOST_TRIES = 8;
const LOCK = "cho-lang-drain";

export type Due = { product_id: string; change_ids: number[] };

/** Whether a change waits to be drained, and which version of the index serves reads (0: none). */
export async function drainState(index: string): Promise<{ isDue: boolean; version: number }> {
  const [row] = await sql()<{ is_due: boolean; version: number }[]>`
    SELECT EXISTS (SELECT FROM search.change WHERE dead_at IS NULL AND next_try_at <= now()) AS is_due,
      coalesce((SELECT active_version FROM public.search_index
        WHERE name = ${index} AND deleted_at IS NULL), 0) AS version`;
  return { isDue: row?.is_due ?? false, version: Number(row?.version ?? 0) };
}

/** Runs `work` in the one process that holds the drain's lock; answers false where another has it. */
export async function withDrainLock(work: () => Promise<void>): Promise<boolean> {
  return sql().begin(async (tx) => {
    const [row] = await tx`SELECT pg_try_advisory_xact_lock(hashtext(${LOCK})) AS locked`;
    if (row?.locked !== true) return false;
    await work();
    return true;
  });
}

/**
 * The products that have waited longest, each with all of its changes seen now. A change that
 * commits later is not among the ids, so finishing these never loses it.
 */
export async function takeChanges(limit: number): Promise<Due[]> {
  return db()
    .select({
      product_id: change.product_id,
      change_ids: raw<number[]>`array_agg(${change.id}::text)`.mapWith((ids: string[]) =>
        ids.map(Number),
      ),
    })
    .from(change)
    .where(and(isNull(change.dead_at), lte(change.next_try_at, raw`now()`)))
    .groupBy(change.product_id)
    .orderBy(raw`min(${change.id})`)
    .limit(limit);
}

/** Forgets the changes, and older ones of the same products that had been laid aside. */
export async function finishChanges(due: readonly Due[], indexVersion: number): Promise<void> {
  if (due.length === 0) return;
  const products = due.map((item) => item.product_id);
  await db().transaction(async (tx) => {
    await tx
      .insert(drained)
      .values(products.map((product_id) => ({ product_id, index_version: indexVersion })))
      .onConflictDoUpdate({
        target: drained.product_id,
        set: { index_version: indexVersion, drained_at: raw`now()` },
      });
    await tx.delete(change).where(
      inArray(
        change.id,
        due.flatMap((item) => item.change_ids),
      ),
    );
    await tx
      .delete(change)
      .where(and(inArray(change.product_id, products), isNotNull(change.dead_at)));
  });
}

/** Puts changes back with a growing delay (2, 4, 8 … 128 s), or aside after the last try. */
export async function failChanges(due: readonly Due[], error: string): Promise<void> {
  await db()
    .update(change)
    .set({
      tries: raw`${change.tries} + 1`,
      next_try_at: raw`now() + interval '1 second' * power(2, least(${change.tries} + 1, 7))`,
      error: error.slice(0, 1000),
      dead_at: raw`CASE WHEN ${change.tries} + 1 >= ${MOST_TRIES} THEN now() END`,
    })
    .where(
      inArray(
        change.id,
        due.flatMap((item) => item.change_ids),
      ),
    );
}

/** Notes that these products' documents may be stale, as the triggers do. */
export async function noteChanges(productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await sql()`INSERT INTO search.change (product_id) SELECT unnest(${[...productIds]}::text[])`;
}

/**
 * Notes products again that were drained in the last day into another version of the index than
 * the one that serves reads now: a rebuild may have read them before their edit.
 */
export async function noteDrainedElsewhere(version: number): Promise<void> {
  await sql()`
    INSERT INTO search.change (product_id)
    SELECT product_id FROM search.drained
    WHERE index_version <> ${version} AND drained_at > now() - interval '1 day'`;
}

/** Forgets what was drained more than a day ago: no rebuild takes that long. */
export async function forgetDrained(): Promise<void> {
  await db().delete(drained).where(lt(drained.drained_at, raw`now() - interval '1 day'`));
}
