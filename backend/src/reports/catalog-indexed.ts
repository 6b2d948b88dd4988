import { sql } from "../lib/sql";

/**
 * Ids of documents of the index in use whose product no longer exists, after one id, in the order
 * of ids. None before the index was filled for the first time.
 */
export async function indexedProductIds(after: string, limit: number): Promise<string[]> {
  const [active] = await sql()<{ name: string }[]>`
    SELECT d.name FROM search_index i
    JOIN search_index_version v ON v.search_index_id = i.id AND v.version = i.active_version
    JOIN search.document_index d ON d.name = v.physical_name
    WHERE i.name = 'catalog' AND i.deleted_at IS NULL AND v.deleted_at IS NULL`;
  if (!active) return [];
  const rows = await sql()<{ id: string }[]>`
    SELECT d.id FROM ${sql()(`search.documents_${active.name}`)} d
    LEFT JOIN product p ON p.id = d.id AND p.deleted_at IS NULL
    WHERE d.id > ${after} AND p.id IS NULL ORDER BY d.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}
