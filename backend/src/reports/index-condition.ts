import { sql } from "../lib/sql";

/** How an engine's index stands, as the Search Module's tables know it. */
export type IndexCondition = {
  /** Null before a migration made it. */
  version: number | null;
  physical_name: string | null;
  status: string | null;
  /** A version beside it that was begun and not finished. */
  pending_status: string | null;
  /** Seconds since the last sign of life of a filling of either; null when there never was one. */
  silent_seconds: number | null;
  /** Changes that wait, and products laid aside: what the index may lack without being broken. */
  waiting: number;
  dead: number;
};

/** The condition of an index; null when no migration has made it. */
export async function indexCondition(
  engine: string,
  index: string,
): Promise<IndexCondition | null> {
  const [row] = await sql()<IndexCondition[]>`
    SELECT i.active_version::integer AS version, v.physical_name, v.status,
      p.status AS pending_status,
      extract(epoch FROM now() - greatest(p.created_at, (
        SELECT max(s.updated_at) FROM search_index_sync s
        WHERE s.search_index_version_id IN (v.id, p.id))))::float AS silent_seconds,
      (SELECT count(*)::integer FROM search.change c
        WHERE c.engine = ${engine} AND c.dead_at IS NULL) AS waiting,
      (SELECT count(DISTINCT c.product_id)::integer FROM search.change c
        WHERE c.engine = ${engine} AND c.dead_at IS NOT NULL) AS dead
    FROM search_index i
    LEFT JOIN search_index_version v ON v.search_index_id = i.id
      AND v.version = i.active_version AND v.deleted_at IS NULL
    LEFT JOIN LATERAL (
      SELECT * FROM search_index_version p WHERE p.search_index_id = i.id AND p.deleted_at IS NULL
        AND p.version > coalesce(i.active_version, 0) ORDER BY p.version DESC LIMIT 1
    ) p ON true
    WHERE i.name = ${index} AND i.deleted_at IS NULL`;
  return row ?? null;
}
