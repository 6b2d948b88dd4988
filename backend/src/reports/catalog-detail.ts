import type { LocalDate } from "@cho-lang/shared/calendar";
import type { CertificationStatus } from "@cho-lang/shared/domain/certification";
import type { ProducerStatus } from "@cho-lang/shared/domain/producer";
import { type Language, localeOf } from "@cho-lang/shared/language";
import { sql } from "../lib/sql";

type PictureColumns = {
  picture_url: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_alt: string | null;
};

/** What is stored of a certificate and shown to shoppers. */
export type CertificateColumns = {
  id: string;
  stars: number;
  decision_number: string;
  decided_on: LocalDate;
  expires_on: LocalDate;
  issuer_name: string;
  province_code: string;
  status: CertificationStatus;
  revoked_on: LocalDate | null;
  revoked_reason: string | null;
  is_demo: boolean;
};

/** A product with all that its page shows, texts already in the asked language. */
export type CatalogDetailRow = {
  id: string;
  handle: string;
  title: string;
  description: string | null;
  thumbnail: string | null;
  weight: number | null;
  metadata: Record<string, unknown> | null;
  type: string | null;
  images: { url: string; metadata: Record<string, unknown> | null }[];
  variants: {
    id: string;
    title: string;
    price: number;
    metadata: Record<string, unknown> | null;
    /** Null when stock is not tracked or may be ordered beyond. */
    stock: number | null;
  }[];
  certificates: CertificateColumns[];
  producer: PictureColumns & {
    id: string;
    handle: string;
    name: string;
    legal_form: string;
    story: string;
    registration_number: string | null;
    street: string | null;
    commune_code: string;
    province_code: string;
    phone: string | null;
    status: ProducerStatus;
    closed_from: LocalDate | null;
    closed_until: LocalDate | null;
  };
  product_count: number;
  village:
    | (PictureColumns & { handle: string; name: string; craft: string; province_code: string })
    | null;
};

/**
 * One published product by its handle, in one statement; null when there is none. A producer that
 * was never admitted has no pages; one that is suspended or closed keeps them, so that buyers can
 * look up what they bought. Prices are those of the shop's currency without price lists; variants
 * without a price are left out.
 */
export async function catalogDetail(
  handle: string,
  language: Language,
): Promise<CatalogDetailRow | null> {
  // The source language has no translations: no row matches its locale.
  const locale = localeOf(language);
  const [row] = await sql()<CatalogDetailRow[]>`
    SELECT p.id, p.handle, p.thumbnail, p.weight, p.metadata, t.value AS type,
      coalesce(nullif(pt.translations->>'title', ''), p.title) AS title,
      coalesce(nullif(pt.translations->>'description', ''), p.description) AS description,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('url', i.url, 'metadata', i.metadata)
          ORDER BY i.rank, i.id), '[]')
        FROM image i WHERE i.product_id = p.id AND i.deleted_at IS NULL) AS images,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title,
          'price', v.price, 'metadata', v.metadata, 'stock', v.stock)
          ORDER BY v.variant_rank, v.price, v.id), '[]')
        FROM (
          SELECT pv.id, pv.metadata, pv.variant_rank,
            coalesce(nullif(vt.translations->>'title', ''), pv.title) AS title,
            (SELECT min(pr.amount) FROM product_variant_price_set ps
              JOIN price pr ON pr.price_set_id = ps.price_set_id AND pr.deleted_at IS NULL
                AND pr.currency_code = 'vnd' AND pr.price_list_id IS NULL
                AND coalesce(pr.rules_count, 0) = 0 AND coalesce(pr.min_quantity, 1) <= 1
              WHERE ps.variant_id = pv.id AND ps.deleted_at IS NULL) AS price,
            CASE WHEN pv.manage_inventory AND NOT pv.allow_backorder THEN (
              SELECT greatest(0, coalesce(min(floor(coalesce(
                (SELECT sum(l.stocked_quantity - l.reserved_quantity) FROM inventory_level l
                  WHERE l.inventory_item_id = pi.inventory_item_id AND l.deleted_at IS NULL), 0)
                / greatest(pi.required_quantity, 1))), 0))
              FROM product_variant_inventory_item pi
              WHERE pi.variant_id = pv.id AND pi.deleted_at IS NULL
            ) END AS stock
          FROM product_variant pv
          LEFT JOIN translation vt ON vt.reference_id = pv.id AND vt.locale_code = ${locale}
            AND vt.reference = 'product_variant' AND vt.deleted_at IS NULL
          WHERE pv.product_id = p.id AND pv.deleted_at IS NULL
        ) v WHERE v.price IS NOT NULL) AS variants,
      (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.decided_on DESC, c.id), '[]')
        FROM (
          SELECT id, stars, decision_number, decided_on, expires_on, issuer_name, province_code,
            status, revoked_on, revoked_reason, is_demo
          FROM certification
          WHERE product_id = p.id AND deleted_at IS NULL AND status IN ('verified', 'revoked')
        ) c) AS certificates,
      jsonb_build_object('id', r.id, 'handle', r.handle, 'name', r.name,
        'legal_form', r.legal_form, 'registration_number', r.registration_number,
        'street', r.street, 'commune_code', r.commune_code, 'province_code', r.province_code,
        'phone', r.phone, 'status', r.status, 'closed_from', r.closed_from,
        'closed_until', r.closed_until, 'picture_url', r.picture_url,
        'picture_width', r.picture_width, 'picture_height', r.picture_height,
        'story', coalesce(nullif(rt.translations->>'story', ''), r.story),
        'picture_alt', coalesce(nullif(rt.translations->>'picture_alt', ''), r.picture_alt)
      ) AS producer,
      (SELECT count(*)::integer FROM producer_producer_product_product l2
        JOIN product p2 ON p2.id = l2.product_id AND p2.deleted_at IS NULL
          AND p2.status = 'published'
        WHERE l2.producer_id = r.id AND l2.deleted_at IS NULL) AS product_count,
      CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('handle', w.handle,
        'province_code', w.province_code, 'picture_url', w.picture_url,
        'picture_width', w.picture_width, 'picture_height', w.picture_height,
        'name', coalesce(nullif(wt.translations->>'name', ''), w.name),
        'craft', coalesce(nullif(wt.translations->>'craft', ''), w.craft),
        'picture_alt', coalesce(nullif(wt.translations->>'picture_alt', ''), w.picture_alt)
      ) END AS village
    FROM product p
    JOIN producer_producer_product_product pl ON pl.product_id = p.id AND pl.deleted_at IS NULL
    JOIN producer r ON r.id = pl.producer_id AND r.deleted_at IS NULL AND r.status <> 'pending'
    LEFT JOIN product_type t ON t.id = p.type_id
    LEFT JOIN village_village_product_product vl ON vl.product_id = p.id AND vl.deleted_at IS NULL
    LEFT JOIN village w ON w.id = vl.village_id AND w.deleted_at IS NULL
    LEFT JOIN translation pt ON pt.reference_id = p.id AND pt.reference = 'product'
      AND pt.locale_code = ${locale} AND pt.deleted_at IS NULL
    LEFT JOIN translation rt ON rt.reference_id = r.id AND rt.reference = 'producer'
      AND rt.locale_code = ${locale} AND rt.deleted_at IS NULL
    LEFT JOIN translation wt ON wt.reference_id = w.id AND wt.reference = 'village'
      AND wt.locale_code = ${locale} AND wt.deleted_at IS NULL
    WHERE p.handle = ${handle} AND p.status = 'published' AND p.deleted_at IS NULL
    LIMIT 1`;
  return row ?? null;
}
