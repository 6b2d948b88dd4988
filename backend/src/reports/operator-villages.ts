import type { VillageKind } from "@cho-lang/shared/domain/village";
import { slug } from "@cho-lang/shared/vietnamese";
import { sql } from "../lib/sql";
import { containing } from "./containing";

export interface VillageFacts {
  id: string;
  handle: string;
  name: string;
  kind: VillageKind;
  province_code: string;
  commune_name: string;
  producer_count: number;
  product_count: number;
}

/** One page of villages by handle, and how many there are in all. `q` is a part of the name. */
export async function operatorVillages(
  filter: { q: string; province?: string | undefined },
  range: { limit: number; offset: number },
): Promise<{ count: number; rows: VillageFacts[] }> {
  const none = sql()``;
  const where = sql()`v.deleted_at IS NULL
    ${filter.q ? sql()`AND (v.name ILIKE ${containing(filter.q)} OR v.handle LIKE ${containing(slug(filter.q) || "\u0001")})` : none}
    ${filter.province ? sql()`AND v.province_code = ${filter.province}` : none}`;
  const [rows, counts] = await Promise.all([
    sql()<VillageFacts[]>`
      SELECT v.id, v.handle, v.name, v.kind, v.province_code, v.commune_name,
        (SELECT count(*)::int FROM producer pr
          WHERE pr.village_id = v.id AND pr.deleted_at IS NULL) AS producer_count,
        (SELECT count(*)::int FROM village_village_product_product l
          WHERE l.village_id = v.id AND l.deleted_at IS NULL) AS product_count
      FROM village v WHERE ${where}
      ORDER BY v.handle LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`SELECT count(*)::int AS count FROM village v WHERE ${where}`,
  ]);
  return { count: counts[0]?.count ?? 0, rows: [...rows] };
}
