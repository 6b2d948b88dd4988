import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import { sql } from "../lib/sql";

export type CatalogLag = {
  engine: SearchEngine;
  /** The logical index that the engine holds. */
  index: string;
  /** Products whose search document waits to be rewritten. */
  waiting: number;
  /** Age of the oldest change that waits, in seconds; 0 when none does. */
  lag_seconds: number;
  /** The same without products whose own document was refused: how far the engine itself is behind. */
  behind_seconds: number;
  /** Products laid aside after the last try. */
  dead: number;
  /** The version of the index that serves reads; null before it was filled for the first time. */
  version: number | null;
  /** Whether that version is filled; while it is filled in place its answers would be halves. */
  is_whole: boolean;
  /** Whether it could not be written to when that was tried last. */
  is_away: boolean;
};

/** How far each engine that is fed is behind the tables. */
export async function catalogLags(): Promise<CatalogLag[]> {
  return sql()<CatalogLag[]>`
    SELECT e.name AS engine, e.index_name AS index,
      coalesce(c.waiting, 0) AS waiting, coalesce(c.lag_seconds, 0) AS lag_seconds,
      coalesce(c.behind_seconds, 0) AS behind_seconds, coalesce(c.dead, 0) AS dead,
      i.active_version::integer AS version, coalesce(v.status = 'ready', false) AS is_whole,
      e.failures > 0 AS is_away
    FROM search.engine e
    LEFT JOIN search_index i ON i.name = e.index_name AND i.deleted_at IS NULL
    LEFT JOIN search_index_version v ON v.search_index_id = i.id
      AND v.version = i.active_version AND v.deleted_at IS NULL
    LEFT JOIN (
      SELECT engine,
        count(DISTINCT product_id) FILTER (WHERE dead_at IS NULL)::integer AS waiting,
        greatest(0, extract(epoch FROM now() - min(changed_at)
          FILTER (WHERE dead_at IS NULL)))::float AS lag_seconds,
        greatest(0, extract(epoch FROM now() - min(changed_at)
          FILTER (WHERE dead_at IS NULL AND tries = 0)))::float AS behind_seconds,
        count(DISTINCT product_id) FILTER (WHERE dead_at IS NOT NULL)::integer AS dead
      FROM search.change GROUP BY engine
    ) c ON c.engine = e.name
    ORDER BY e.name DESC`;
}

/**
 * Products whose certificates begin, end or are revoked by date within the last week: what the day
 * changes without anybody writing. A week, so that a shop that stood still catches up.
 */
export async function productsChangedByDate(today: string): Promise<string[]> {
  const rows = await sql()<{ product_id: string }[]>`
    SELECT DISTINCT product_id FROM certification
    WHERE deleted_at IS NULL AND status = 'verified' AND (
      expires_on::date BETWEEN ${today}::text::date - 8 AND ${today}::text::date - 1
      OR decided_on::date BETWEEN ${today}::text::date - 7 AND ${today}::text::date
      OR revoked_on::date BETWEEN ${today}::text::date - 7 AND ${today}::text::date)`;
  return rows.map((row) => row.product_id);
}

/** The products whose changes were worked off at or after an instant, for a rebuild begun then. */
export async function productsDrainedSince(since: Date): Promise<string[]> {
  const rows = await sql()<{ product_id: string }[]>`
    SELECT DISTINCT product_id FROM search.drained
    WHERE drained_at >= ${since.toISOString()}::text::timestamptz`;
  return rows.map((row) => row.product_id);
}
