import type { ProducerOpening } from "@cho-lang/shared/domain/producer";
import { sql } from "../lib/sql";

/** A published tour as the cart's line says it, and whether its host receives guests. */
type TourOfDeparture = {
  product_id: string;
  /** The one variant that stands for a tour in a cart. */
  variant_id: string;
  handle: string;
  title: string;
  thumbnail: string | null;
  producer: ProducerOpening;
  /** Milliseconds since 1970. */
  starts_at: number;
};

type HoldFacts = {
  /** Lines of the cart, goods and visits; null when there is no such cart. */
  cart_lines: number | null;
  /** Null for an unknown departure and for a tour that is not for sale. */
  tour: TourOfDeparture | null;
};

/** What a hold must know of Medusa's cart and product, in one statement and without a lock. */
export async function holdFacts(wanted: {
  cart_id: string;
  departure_id: string;
}): Promise<HoldFacts> {
  const [row] = await sql()<HoldFacts[]>`
    SELECT (SELECT (SELECT count(*)::int FROM cart_line_item l
          WHERE l.cart_id = c.id AND l.deleted_at IS NULL)
        FROM cart c WHERE c.id = ${wanted.cart_id} AND c.deleted_at IS NULL) AS cart_lines,
      (SELECT jsonb_build_object('product_id', p.id, 'variant_id', v.id, 'handle', p.handle,
          'title', p.title, 'thumbnail', p.thumbnail,
          'starts_at', extract(epoch FROM d.starts_at) * 1000,
          'producer', jsonb_build_object('status', r.status, 'closed_from', r.closed_from,
            'closed_until', r.closed_until))
        FROM booking.departure d
        JOIN booking.option o ON o.id = d.option_id
        JOIN product p ON p.id = o.product_id AND p.status = 'published' AND p.deleted_at IS NULL
        JOIN product_type t ON t.id = p.type_id AND t.value = 'tour'
        JOIN product_variant v ON v.product_id = p.id AND v.deleted_at IS NULL
        JOIN producer_producer_product_product pl
          ON pl.product_id = p.id AND pl.deleted_at IS NULL
        JOIN producer r ON r.id = pl.producer_id AND r.deleted_at IS NULL
        WHERE d.id = ${wanted.departure_id}
        ORDER BY v.variant_rank NULLS FIRST, v.id LIMIT 1) AS tour`;
  return row ?? { cart_lines: null, tour: null };
}
