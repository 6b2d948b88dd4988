import type { LocalDate } from "@cho-lang/shared/calendar";
import type {
  BookingStatus,
  CancellationPolicy,
  GuideLanguage,
  UnitKind,
} from "@cho-lang/shared/domain/booking";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** All that an e-ticket says. Amounts are whole đồng. */
export interface TicketFacts {
  uuid: string;
  status: BookingStatus;
  code: string;
  full_name: string;
  pax: number;
  amount_vnd: number;
  due_vnd: number;
  party: { kind: UnitKind; count: number; price_vnd: number }[];
  policy: CancellationPolicy;
  local_date: LocalDate;
  starts_at: Date;
  duration_minutes: number;
  languages: GuideLanguage[];
  handle: string;
  title_vi: string;
  title_en: string;
  option_vi: string;
  option_en: string;
  meeting_point_vi: string;
  meeting_point_en: string;
  directions_vi: string;
  directions_en: string;
  included_vi: string[];
  included_en: string[];
  lat: number | null;
  lng: number | null;
  producer_handle: string;
  producer_name: string;
  producer_phone: string | null;
  order_number: string | null;
  items: {
    id: string;
    kind: UnitKind;
    code: string;
    pax: number;
    redeemed_at: string | null;
  }[];
}

/**
 * The e-ticket of a booking that was confirmed once, also when it was cancelled later; null for
 * holds and for what never was. `uuid` must be one.
 */
export async function ticketFacts(uuid: string): Promise<TicketFacts | null> {
  const [row] = await sql()<TicketFacts[]>`
    SELECT b.uuid, b.status, b.code, b.full_name, b.pax, b.amount_vnd::float8,
      CASE WHEN b.no_show_at IS NULL THEN b.due_vnd ELSE 0 END::float8 AS due_vnd, b.party, b.policy, d.local_date::text AS local_date, d.starts_at, o.duration_minutes,
      o.languages, coalesce(p.handle, '') AS handle, coalesce(p.title, '') AS title_vi,
      coalesce(nullif(tr.translations->>'title', ''), p.title, '') AS title_en,
      o.title_vi AS option_vi, coalesce(nullif(o.title_en, ''), o.title_vi) AS option_en,
      o.meeting_point_vi, coalesce(nullif(o.meeting_point_en, ''), o.meeting_point_vi)
        AS meeting_point_en,
      o.directions_vi, coalesce(nullif(o.directions_en, ''), o.directions_vi) AS directions_en,
      o.included_vi, coalesce(nullif(o.included_en, '{}'), o.included_vi) AS included_en,
      o.lat, o.lng, coalesce(pr.handle, '') AS producer_handle,
      coalesce(pr.name, '') AS producer_name, pr.phone AS producer_phone,
      po.number AS order_number, coalesce(t.items, '[]'::jsonb) AS items
    FROM booking.booking b
    JOIN booking.departure d ON d.id = b.departure_id
    JOIN booking.option o ON o.id = b.option_id
    LEFT JOIN product p ON p.id = b.product_id
    LEFT JOIN translation tr ON tr.reference_id = b.product_id AND tr.locale_code = 'en-US'
      AND tr.deleted_at IS NULL
    LEFT JOIN producer pr ON pr.id = b.producer_id
    LEFT JOIN purchase.purchase_order po ON po.order_id = b.order_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'code', i.code,
        'pax', u.pax_count, 'redeemed_at', i.redeemed_at) ORDER BY i.position) AS items
      FROM booking.unit_item i JOIN booking.unit u ON u.id = i.unit_id
      WHERE i.booking_uuid = b.uuid
    ) t ON true
    WHERE b.uuid = ${uuid}::uuid AND b.confirmed_at IS NOT NULL
      AND b.status IN ('CONFIRMED', 'REDEEMED', 'CANCELLED')
    LIMIT 1`;
  return row ? withInstants(row, ["starts_at"]) : null;
}
