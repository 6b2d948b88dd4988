import { sql } from "../lib/sql";

/** What the catalog shows of one product, as stored. Prices and stock are already summed up. */
export type CatalogRow = {
  id: string;
  handle: string;
  title: string;
  title_en: string | null;
  description: string | null;
  description_en: string | null;
  thumbnail: string | null;
  type: string | null;
  metadata: Record<string, unknown> | null;
  /** Seconds since 1970. */
  created: number;
  producer_handle: string;
  producer_name: string;
  province_code: string;
  village_handle: string | null;
  village_name: string | null;
  village_name_en: string | null;
  village_craft: string | null;
  village_province: string | null;
  village_lat: number | null;
  village_lng: number | null;
  /** Of its cheapest variant. */
  price: string;
  variant_metadata: Record<string, unknown> | null;
  in_stock: boolean;
  certificates: {
    status: string;
    stars: number;
    decided_on: string;
    expires_on: string;
    revoked_on: string | null;
  }[];
};

/** Ids of products after one id, in the order of ids, hidden ones included. */
export async function catalogProductIds(after: string, limit: number): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    SELECT id FROM product WHERE id > ${after} AND deleted_at IS NULL ORDER BY id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/**
 * The rows of those of the products that shoppers may see: published, priced, of a producer whose
 * shop is open. A planned closure hides nothing; the product's page says when the shop is back.
 * In the order of ids, as `catalogProductIds`: a filling that broke off goes on after the last one.
 */
export async function catalogRows(ids: readonly string[]): Promise<CatalogRow[]> {
  return sql()<CatalogRow[]>`
    SELECT p.id, p.handle, p.title, p.description, p.thumbnail, p.metadata,
      extract(epoch FROM p.created_at)::integer AS created,
      t.value AS type, en.translations->>'title' AS title_en,
      en.translations->>'description' AS description_en,
      r.handle AS producer_handle, r.name AS producer_name, r.province_code,
      v.handle AS village_handle, v.name AS village_name, v.craft AS village_craft,
      v.province_code AS village_province, v.lat AS village_lat, v.lng AS village_lng,
      ven.translations->>'name' AS village_name_en,
      cheapest.amount AS price, cheapest.metadata AS variant_metadata, stock.in_stock,
      coalesce(certs.list, '[]') AS certificates
    FROM product p
    JOIN producer_producer_product_product pl ON pl.product_id = p.id AND pl.deleted_at IS NULL
    JOIN producer r ON r.id = pl.producer_id AND r.deleted_at IS NULL AND r.status = 'open'
    LEFT JOIN product_type t ON t.id = p.type_id
    LEFT JOIN LATERAL (
      SELECT vi.* FROM village_village_product_product vl
      JOIN village vi ON vi.id = vl.village_id AND vi.deleted_at IS NULL
      WHERE vl.product_id = p.id AND vl.deleted_at IS NULL LIMIT 1
    ) v ON true
    LEFT JOIN translation en ON en.reference_id = p.id AND en.reference = 'product'
      AND en.locale_code = 'en-US' AND en.deleted_at IS NULL
    LEFT JOIN translation ven ON ven.reference_id = v.id AND ven.reference = 'village'
      AND ven.locale_code = 'en-US' AND ven.deleted_at IS NULL
    JOIN LATERAL (
      SELECT pr.amount, pv.metadata
      FROM product_variant pv
      JOIN product_variant_price_set ps ON ps.variant_id = pv.id AND ps.deleted_at IS NULL
      JOIN price pr ON pr.price_set_id = ps.price_set_id AND pr.deleted_at IS NULL
        AND pr.currency_code = 'vnd' AND pr.price_list_id IS NULL
        AND coalesce(pr.rules_count, 0) = 0 AND coalesce(pr.min_quantity, 1) <= 1
      WHERE pv.product_id = p.id AND pv.deleted_at IS NULL
      ORDER BY pr.amount, pv.id LIMIT 1
    ) cheapest ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(NOT pv.manage_inventory OR pv.allow_backorder
        OR coalesce(held.available, 0) >= 1), false) AS in_stock
      FROM product_variant pv
      LEFT JOIN LATERAL (
        SELECT min(floor(coalesce(levels.available, 0) / greatest(pi.required_quantity, 1))) AS available
        FROM product_variant_inventory_item pi
        LEFT JOIN LATERAL (
          SELECT sum(l.stocked_quantity - l.reserved_quantity) AS available
          FROM inventory_level l
          WHERE l.inventory_item_id = pi.inventory_item_id AND l.deleted_at IS NULL
        ) levels ON true
        WHERE pi.variant_id = pv.id AND pi.deleted_at IS NULL
      ) held ON true
      WHERE pv.product_id = p.id AND pv.deleted_at IS NULL
    ) stock
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('status', c.status, 'stars', c.stars,
        'decided_on', c.decided_on, 'expires_on', c.expires_on, 'revoked_on', c.revoked_on)) AS list
      FROM certification c
      WHERE c.product_id = p.id AND c.deleted_at IS NULL AND c.status = 'verified'
    ) certs ON true
    WHERE p.id = ANY(${[...ids]}) AND p.status = 'published' AND p.deleted_at IS NULL
    ORDER BY p.id`;
}
