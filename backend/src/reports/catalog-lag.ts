import { sql } from "../lib/sql";

export type CatalogLag = {
  /** Products whose search document waits to be rewritten. */
  waiting: number;
  /** Age of the oldest change that waits, in seconds; 0 when none does. */
  lag_seconds: number;
  /** Products laid aside after the last try. */
  dead: number;
  /** The version of the index that serves reads; null before it was filled for the first time. */
  version: number | null;
};

/** How far the catalog's index is behind the tables. */
export async function catalogLag(): Promise<CatalogLag> {
  const [row] = await sql()<CatalogLag[]>`
    SELECT
      count(DISTINCT product_id) FILTER (WHERE dead_at IS NULL)::integer AS waiting,
      coalesce(greatest(0, extract(epoch FROM now() - min(changed_at) FILTER (WHERE dead_at IS NULL))),
        0)::float AS lag_seconds,
      count(DISTINCT product_id) FILTER (WHERE dead_at IS NOT NULL)::integer AS dead,
      (SELECT active_version FROM search_index WHERE name = 'catalog' AND deleted_at IS NULL) AS version
    FROM search.change`;
  return row ?? { waiting: 0, lag_seconds: 0, dead: 0, version: null };
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
    SELECT product_id FROM search.drained
    WHERE drained_at >= ${since.toISOString()}::text::timestamptz`;
  return rows.map((row) => row.product_id);
}
