import type { CertificateFacts, Stars } from "@cho-lang/shared/domain/certification";
import { compareVietnamese, fold } from "@cho-lang/shared/vietnamese";
import type postgres from "postgres";
import { sql } from "../lib/sql";

/** A variant with its đồng price and what lies on the producer's own shelf. */
export interface ProducerVariantFacts {
  id: string;
  title: string;
  price_vnd: number | null;
  manage_inventory: boolean;
  inventory_item_id: string | null;
  location_id: string | null;
  stocked: number | null;
  reserved: number | null;
}

export interface ProducerProductFacts {
  id: string;
  handle: string;
  title_vi: string;
  title_en: string | null;
  kind: string;
  thumbnail: string | null;
  metadata: Record<string, unknown>;
  is_published: boolean;
  certificates: (CertificateFacts & { stars: Stars })[];
  variants: ProducerVariantFacts[];
}

function facts(condition: postgres.Fragment, rest: postgres.Fragment) {
  return sql()<ProducerProductFacts[]>`
    SELECT p.id, p.handle, p.title AS title_vi, tr.translations->>'title' AS title_en,
      coalesce(ty.value, 'goods') AS kind, p.thumbnail,
      coalesce(p.metadata, '{}'::jsonb) AS metadata, p.status = 'published' AS is_published,
      coalesce(c.certificates, '[]'::jsonb) AS certificates,
      coalesce(v.variants, '[]'::jsonb) AS variants
    FROM producer_producer_product_product own
    JOIN product p ON p.id = own.product_id AND p.deleted_at IS NULL
    LEFT JOIN product_type ty ON ty.id = p.type_id
    LEFT JOIN translation tr ON tr.reference_id = p.id AND tr.locale_code = 'en-US'
      AND tr.deleted_at IS NULL
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('status', c.status, 'stars', c.stars,
        'decided_on', c.decided_on, 'expires_on', c.expires_on, 'revoked_on', c.revoked_on))
        AS certificates
      FROM certification c WHERE c.product_id = p.id AND c.deleted_at IS NULL
    ) c ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', pv.id, 'title', pv.title,
        'price_vnd', price.amount, 'manage_inventory', pv.manage_inventory,
        'inventory_item_id', shelf.inventory_item_id, 'location_id', shelf.location_id,
        'stocked', shelf.stocked, 'reserved', shelf.reserved)
        ORDER BY pv.variant_rank, pv.id) AS variants
      FROM product_variant pv
      LEFT JOIN LATERAL (
        SELECT pr.amount::float8 AS amount
        FROM product_variant_price_set ps
        JOIN price pr ON pr.price_set_id = ps.price_set_id AND pr.deleted_at IS NULL
          AND pr.currency_code = 'vnd' AND pr.price_list_id IS NULL AND pr.rules_count = 0
        WHERE ps.variant_id = pv.id AND ps.deleted_at IS NULL
        ORDER BY pr.min_quantity NULLS FIRST, pr.id LIMIT 1
      ) price ON true
      LEFT JOIN LATERAL (
        SELECT lv.inventory_item_id, lv.location_id, lv.stocked_quantity::float8 AS stocked,
          lv.reserved_quantity::float8 AS reserved
        FROM product_variant_inventory_item vi
        JOIN inventory_level lv ON lv.inventory_item_id = vi.inventory_item_id
          AND lv.deleted_at IS NULL
        JOIN producer_producer_stock_location_stock_location place
          ON place.stock_location_id = lv.location_id AND place.producer_id = own.producer_id
          AND place.deleted_at IS NULL
        WHERE vi.variant_id = pv.id AND vi.deleted_at IS NULL
        ORDER BY lv.id LIMIT 1
      ) shelf ON true
      WHERE pv.product_id = p.id AND pv.deleted_at IS NULL
    ) v ON true
    WHERE own.deleted_at IS NULL AND ${condition} ${rest}`;
}

/**
 * One page of a producer's products by title, and how many there are in all. `q` is matched in the
 * title without diacritics and case, wherever it stands; an empty text matches all.
 */
export async function producerProductPage(input: {
  producer_id: string;
  q: string;
  page: number;
  page_size: number;
}): Promise<{ count: number; products: ProducerProductFacts[] }> {
  const of = sql()`own.producer_id = ${input.producer_id}`;
  const rows = await sql()<{ id: string; title: string }[]>`
    SELECT p.id, p.title FROM producer_producer_product_product own
    JOIN product p ON p.id = own.product_id AND p.deleted_at IS NULL
    WHERE own.deleted_at IS NULL AND ${of}`;
  const wanted = fold(input.q.trim());
  const found = rows
    .filter(({ title }) => fold(title).includes(wanted))
    .sort((a, b) => compareVietnamese(a.title, b.title) || a.id.localeCompare(b.id));
  const start = (input.page - 1) * input.page_size;
  const ids = found.slice(start, start + input.page_size).map(({ id }) => id);
  if (ids.length === 0) return { count: found.length, products: [] };
  const products = await facts(sql()`${of} AND p.id IN ${sql()(ids)}`, sql()``);
  const place = new Map(ids.map((id, index) => [id, index]));
  products.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return { count: found.length, products: [...products] };
}

/** One product of this producer, or null: another producer's product does not exist here. */
export async function producerProductFacts(
  producerId: string,
  productId: string,
): Promise<ProducerProductFacts | null> {
  const [product] = await facts(
    sql()`own.producer_id = ${producerId} AND p.id = ${productId}`,
    sql()`LIMIT 1`,
  );
  return product ?? null;
}
