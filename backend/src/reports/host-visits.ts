import type { LocalDate } from "@cho-lang/shared/calendar";
import type { BookingStatus, CloseReason, UnitKind } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import type postgres from "postgres";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** A departure as its host sees it. Holds that ran out count as free. */
export interface HostDepartureFacts {
  id: string;
  product_id: string;
  handle: string;
  title_vi: string;
  title_en: string;
  option_vi: string;
  option_en: string;
  local_date: LocalDate;
  starts_at: Date;
  ends_at: Date;
  cutoff_at: Date;
  status: "open" | "closed";
  close_reason: CloseReason | null;
  close_note: string;
  capacity: number;
  held: number;
  confirmed: number;
  seats_left: number;
  arrived: number;
}

/** A party that has booked. Amounts are whole đồng; of a party that did not come nothing is due. */
export interface VisitorFacts {
  uuid: string;
  departure_id: string;
  local_date: LocalDate;
  code: string;
  status: BookingStatus;
  full_name: string;
  phone: string;
  lang: Language;
  party: { kind: UnitKind; count: number }[];
  pax: number;
  amount_vnd: number;
  due_vnd: number;
  collected_vnd: number;
  note: string;
  no_show_at: Date | null;
  order_id: string | null;
  order_number: string | null;
  tickets: { id: string; kind: UnitKind; code: string; redeemed_at: string | null }[];
}

async function departures(condition: postgres.Fragment): Promise<HostDepartureFacts[]> {
  const rows = await sql()<HostDepartureFacts[]>`
    SELECT d.id, o.product_id, coalesce(p.handle, '') AS handle, coalesce(p.title, '') AS title_vi,
      coalesce(nullif(tr.translations->>'title', ''), p.title, '') AS title_en,
      o.title_vi AS option_vi, coalesce(nullif(o.title_en, ''), o.title_vi) AS option_en,
      d.local_date::text AS local_date, d.starts_at, d.starts_at + make_interval(mins => o.duration_minutes) AS ends_at, d.cutoff_at,
      d.status, d.close_reason, d.close_note, d.capacity, d.confirmed,
      (d.held - ran_out.pax)::int AS held,
      (d.capacity - d.confirmed - d.held + ran_out.pax)::int AS seats_left,
      came.pax::int AS arrived
    FROM booking.option o
    JOIN booking.departure d ON d.option_id = o.id
    LEFT JOIN product p ON p.id = o.product_id
    LEFT JOIN translation tr ON tr.reference_id = o.product_id AND tr.locale_code = 'en-US'
      AND tr.deleted_at IS NULL
    CROSS JOIN LATERAL (${ranOut()}) ran_out
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(u.pax_count), 0) AS pax
      FROM booking.booking b
      JOIN booking.unit_item i ON i.booking_uuid = b.uuid AND i.redeemed_at IS NOT NULL
      JOIN booking.unit u ON u.id = i.unit_id
      WHERE b.departure_id = d.id AND b.status = 'REDEEMED'
    ) came
    WHERE ${condition}
    ORDER BY d.starts_at, o.position, d.id`;
  return rows.map((row) => withInstants(row, ["starts_at", "ends_at", "cutoff_at"]));
}

/** Seats of holds of departure `d` that ran out and that nobody has reaped yet. */
function ranOut(): postgres.Fragment {
  return sql()`SELECT coalesce(sum(b.pax), 0) AS pax FROM booking.booking b
    WHERE b.departure_id = d.id AND b.status = 'ON_HOLD' AND b.expires_at <= clock_timestamp()`;
}

/** What a producer's departures of some days are, in the order of time; both days included. */
export async function hostDepartures(
  producerId: string,
  days: { from: LocalDate; to: LocalDate },
): Promise<HostDepartureFacts[]> {
  return departures(sql()`o.producer_id = ${producerId}
    AND d.local_date BETWEEN ${days.from}::date AND ${days.to}::date`);
}

/** One departure of this producer, or null: another producer's departure does not exist here. */
export async function hostDeparture(
  producerId: string,
  departureId: string,
): Promise<HostDepartureFacts | null> {
  const [found] = await departures(sql()`o.producer_id = ${producerId} AND d.id = ${departureId}`);
  return found ?? null;
}

async function visitors(condition: postgres.Fragment): Promise<VisitorFacts[]> {
  const rows = await sql()<VisitorFacts[]>`
    SELECT b.uuid, b.departure_id, d.local_date::text AS local_date, b.code, b.status, b.full_name,
      b.phone, b.lang, b.party, b.pax, b.amount_vnd::float8,
      CASE WHEN b.no_show_at IS NULL THEN b.due_vnd ELSE 0 END::float8 AS due_vnd,
      b.collected_vnd::float8, b.note, b.no_show_at, b.order_id, po.number AS order_number,
      coalesce(t.tickets, '[]'::jsonb) AS tickets
    FROM booking.booking b
    JOIN booking.departure d ON d.id = b.departure_id
    LEFT JOIN purchase.purchase_order po ON po.order_id = b.order_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'code', i.code,
        'redeemed_at', i.redeemed_at) ORDER BY i.position) AS tickets
      FROM booking.unit_item i WHERE i.booking_uuid = b.uuid
    ) t ON true
    WHERE ${condition}
    ORDER BY d.starts_at, b.full_name, b.uuid`;
  return rows.map((row) => withInstants(row, ["no_show_at"]));
}

/** Parties that come, or have come, with a producer's departures of one day. */
export async function hostVisitors(producerId: string, date: LocalDate): Promise<VisitorFacts[]> {
  return visitors(sql()`d.option_id IN (
      SELECT id FROM booking.option WHERE producer_id = ${producerId}
    ) AND d.local_date = ${date}::date AND b.status IN ('CONFIRMED', 'REDEEMED')`);
}

/**
 * A booking of this producer that was confirmed once, whatever became of it; null for another
 * producer's and for holds. `uuid` must be one.
 */
export async function hostVisitor(producerId: string, uuid: string): Promise<VisitorFacts | null> {
  const [found] = await visitors(sql()`b.producer_id = ${producerId} AND b.uuid = ${uuid}::uuid
    AND b.confirmed_at IS NOT NULL`);
  return found ?? null;
}

/** One day's seats in sum. `open` departures are those that the host has not closed. */
export interface HostDayFacts {
  date: LocalDate;
  departures: number;
  open: number;
  capacity: number;
  confirmed: number;
  held: number;
}

/** A producer's days with departures, the first first; both days included. */
export async function hostDays(
  producerId: string,
  days: { from: LocalDate; to: LocalDate },
): Promise<HostDayFacts[]> {
  return sql()<HostDayFacts[]>`
    SELECT d.local_date::text AS date, count(*)::int AS departures,
      (count(*) FILTER (WHERE d.status = 'open'))::int AS open,
      sum(d.capacity)::int AS capacity, sum(d.confirmed)::int AS confirmed,
      sum(d.held - ran_out.pax)::int AS held
    FROM booking.option o
    JOIN booking.departure d ON d.option_id = o.id
    CROSS JOIN LATERAL (${ranOut()}) ran_out
    WHERE o.producer_id = ${producerId}
      AND d.local_date BETWEEN ${days.from}::date AND ${days.to}::date
    GROUP BY d.local_date ORDER BY d.local_date`;
}

/** First and last day of a producer's departures; nulls when it has none. */
export async function hostSpan(
  producerId: string,
): Promise<{ first: LocalDate | null; last: LocalDate | null }> {
  const [row] = await sql()<{ first: LocalDate | null; last: LocalDate | null }[]>`
    SELECT min(d.local_date)::text AS first, max(d.local_date)::text AS last
    FROM booking.option o JOIN booking.departure d ON d.option_id = o.id
    WHERE o.producer_id = ${producerId}`;
  return row ?? { first: null, last: null };
}
