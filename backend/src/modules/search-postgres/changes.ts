import { and, eq, inArray, isNotNull, isNull, lt, lte, sql as raw } from "drizzle-orm";
import { db, sql } from "../../lib/sql";
import { change, drained } from "./tables";

/** Tries before a change is laid aside for a person to look at. */
export const MOST_TRIES = 8;
const LOCK = "cho-lang-drain";

export type Due = { product_id: string; change_ids: number[] };

export type DrainState = {
  /** A change waits whose time has come, and the engine does not rest. */
  is_due: boolean;
  /** The version of the engine's index that serves reads; 0 before the first filling. */
  version: number;
  /** It was filled by a later release than the one that asks. */
  is_newer: boolean;
};

/**
 * What there is to do for an engine; null for one that is not fed. `definitionHash` is how the
 * release that asks defines the index: where that was replaced by another and is not being filled
 * again, the release is an older one, whose documents would be wrong in the index.
 */
export async function drainState(
  engine: string,
  definitionHash: string | null = null,
): Promise<DrainState | null> {
  const [row] = await sql()<DrainState[]>`
    SELECT (e.rests_until IS NULL OR e.rests_until <= now()) AND EXISTS (SELECT FROM search.change c
        WHERE c.engine = e.name AND c.dead_at IS NULL AND c.next_try_at <= now()) AS is_due,
      coalesce((SELECT i.active_version FROM public.search_index i
        WHERE i.name = e.index_name AND i.deleted_at IS NULL), 0)::integer AS version,
      -- Versions that were deleted are still listed.
      coalesce((SELECT bool_or(v.version < i.active_version)
          AND NOT bool_or(v.version >= i.active_version AND v.deleted_at IS NULL)
        FROM public.search_index i
        JOIN public.search_index_version v ON v.search_index_id = i.id
          AND v.definition_hash = ${definitionHash}
        WHERE i.name = e.index_name AND i.deleted_at IS NULL), false) AS is_newer
    FROM search.engine e WHERE e.name = ${engine}`;
  return row ?? null;
}

/**
 * Runs `work` in the one process that holds the lock of this engine's drain; answers false where
 * another has it.
 */
export async function withDrainLock(engine: string, work: () => Promise<void>): Promise<boolean> {
  return sql().begin(async (tx) => {
    const lock = `${LOCK}-${engine}`;
    const [row] = await tx`SELECT pg_try_advisory_xact_lock(hashtext(${lock})) AS locked`;
    if (row?.locked !== true) return false;
    await work();
    return true;
  });
}

/**
 * The products that have waited longest, each with all of its changes seen now. A change that
 * commits later is not among the ids, so finishing these never loses it.
 */
export async function takeChanges(engine: string, limit: number): Promise<Due[]> {
  return db()
    .select({
      product_id: change.product_id,
      change_ids: raw<number[]>`array_agg(${change.id}::text)`.mapWith((ids: string[]) =>
        ids.map(Number),
      ),
    })
    .from(change)
    .where(
      and(eq(change.engine, engine), isNull(change.dead_at), lte(change.next_try_at, raw`now()`)),
    )
    .groupBy(change.product_id)
    .orderBy(raw`min(${change.id})`)
    .limit(limit);
}

/**
 * Keeps only the oldest change of each product that was never tried, so that the queue of an engine
 * that is away for long stays as short as the catalog. Only for the holder of the drain's lock: it
 * must not delete a change that somebody has not taken, beside one that somebody has.
 */
export async function coalesceChanges(engine: string): Promise<void> {
  await sql()`
    DELETE FROM search.change c USING (
      SELECT product_id, min(id) AS id FROM search.change
      WHERE engine = ${engine} AND dead_at IS NULL AND tries = 0
      GROUP BY product_id HAVING count(*) > 1
    ) first
    WHERE c.engine = ${engine} AND c.dead_at IS NULL AND c.tries = 0
      AND c.product_id = first.product_id AND c.id > first.id`;
}

/** Forgets the changes, and older ones of the same products that had been laid aside. */
export async function finishChanges(
  engine: string,
  due: readonly Due[],
  indexVersion: number,
): Promise<void> {
  if (due.length === 0) return;
  const products = due.map((item) => item.product_id);
  await db().transaction(async (tx) => {
    await tx
      .insert(drained)
      .values(products.map((product_id) => ({ engine, product_id, index_version: indexVersion })))
      .onConflictDoUpdate({
        target: [drained.engine, drained.product_id],
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
      .where(
        and(
          eq(change.engine, engine),
          inArray(change.product_id, products),
          isNotNull(change.dead_at),
        ),
      );
  });
}

/** Puts changes back with a growing delay (2, 4, 8 … 128 s), or aside after the last try. */
export async function failChanges(due: readonly Due[], error: string): Promise<void> {
  if (due.length === 0) return;
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

/** Notes for every engine that these products' documents may be stale, as the triggers do. */
export async function noteChanges(productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await sql()`INSERT INTO search.change (engine, product_id)
    SELECT e.name, p.id FROM unnest(${[...productIds]}::text[]) AS p(id) CROSS JOIN search.engine e`;
}

/**
 * Notes products again that went into another version of an engine's index since the one that
 * serves reads now was begun: the rebuild may have read them before their edit.
 */
export async function noteDrainedElsewhere(engine: string, version: number): Promise<void> {
  await sql()`
    INSERT INTO search.change (engine, product_id)
    SELECT d.engine, d.product_id
    FROM search.engine e
    JOIN public.search_index i ON i.name = e.index_name AND i.deleted_at IS NULL
    JOIN public.search_index_version v ON v.search_index_id = i.id AND v.version = ${version}
      AND v.deleted_at IS NULL
    JOIN search.drained d ON d.engine = e.name AND d.index_version <> ${version}
      AND d.drained_at > v.created_at - interval '5 minutes'
    WHERE e.name = ${engine}`;
}

/** Forgets what was drained more than 30 days ago: a rebuild that broke off is not resumed after that. */
export async function forgetDrained(): Promise<void> {
  await db().delete(drained).where(lt(drained.drained_at, raw`now() - interval '30 days'`));
}
