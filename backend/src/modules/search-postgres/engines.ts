import { eq } from "drizzle-orm";
import { db, sql } from "../../lib/sql";
import { change, drained, engine } from "./tables";

/** Longest pause of an engine that can't be reached, in seconds. */
export const LONGEST_REST = 60;
/** Longest that registering waits for edits under way, which it must not overtake. */
const PATIENCE = "10s";

/** Whether the tables are there that feeding an engine needs; a worker may be up before they are. */
export async function isMigrated(): Promise<boolean> {
  const [row] = await sql()<{ is_migrated: boolean }[]>`
    SELECT to_regclass('search.engine') IS NOT NULL
      AND to_regclass('public.search_index_sync') IS NOT NULL AS is_migrated`;
  return row?.is_migrated === true;
}

/**
 * Begins to feed an engine: from its commit on, every edit is noted for it too. An index that was
 * filled at another time gets all products again, a new one those edited in the last day, as it may
 * just have been read. Safe to repeat.
 * @returns whether it was new.
 * @throws the database's lock_timeout when an edit takes longer than ten seconds; ask again later.
 */
export async function registerEngine(name: string, index: string): Promise<boolean> {
  return sql().begin(async (tx) => {
    const known =
      await tx`SELECT FROM search.engine WHERE name = ${name} AND index_name = ${index}`;
    if (known.length > 0) return false;
    await tx`SELECT set_config('lock_timeout', ${PATIENCE}, true)`;
    // An edit whose trigger did not see the engine yet must not commit after this.
    await tx`LOCK TABLE search.change IN SHARE ROW EXCLUSIVE MODE`;
    await tx`INSERT INTO search.engine (name, index_name) VALUES (${name}, ${index})
      ON CONFLICT (name) DO UPDATE SET index_name = excluded.index_name`;
    await tx`
      INSERT INTO search.change (engine, product_id)
      SELECT ${name}, id FROM public.product
      WHERE EXISTS (SELECT FROM public.search_index
        WHERE name = ${index} AND deleted_at IS NULL AND active_version IS NOT NULL)
      UNION
      SELECT ${name}, product_id FROM search.drained WHERE drained_at > now() - interval '1 day'
      UNION
      SELECT ${name}, product_id FROM search.change`;
    return true;
  });
}

/** Stops to feed an engine and forgets what waited for it. Safe to repeat. */
export async function unregisterEngine(name: string): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.delete(engine).where(eq(engine.name, name));
    await tx.delete(change).where(eq(change.engine, name));
    await tx.delete(drained).where(eq(drained.engine, name));
  });
}

/**
 * Leaves an engine alone for 2, 4, 8 … 60 seconds, after each failure longer.
 * @returns the seconds.
 */
export async function restEngine(name: string, error: string): Promise<number> {
  const [row] = await sql()<{ seconds: number }[]>`
    UPDATE search.engine SET failures = failures + 1, error = ${error.slice(0, 1000)},
      rests_until = now() + make_interval(secs => least(${LONGEST_REST}, power(2, least(failures + 1, 10))))
    WHERE name = ${name}
    RETURNING extract(epoch FROM rests_until - now())::float AS seconds`;
  return Math.round(row?.seconds ?? 0);
}

/** Notes that an engine has answered again. Writes nothing when it never failed. */
export async function wakeEngine(name: string): Promise<void> {
  await sql()`UPDATE search.engine SET failures = 0, rests_until = NULL, error = NULL
    WHERE name = ${name} AND failures > 0`;
}
