import type { LocalDate } from "@cho-lang/shared/calendar";
import type {
  BookingStatus,
  CancellationPolicy,
  CloseReason,
  UnitKind,
} from "@cho-lang/shared/domain/booking";
import { parseTicketCode } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import { parsePhone } from "@cho-lang/shared/phone";
import type postgres from "postgres";
import { sql } from "../lib/sql";
import { containing } from "./containing";
import { withInstants } from "./instants";

/** A booking with its departure, tour, host and purchase. Amounts are whole đồng. */
export interface BookingFacts {
  uuid: string;
  code: string;
  status: BookingStatus;
  created_at: Date;
  expires_at: Date | null;
  confirmed_at: Date | null;
  cancelled_at: Date | null;
  no_show_at: Date | null;
  full_name: string;
  phone: string;
  lang: Language;
  pax: number;
  party: { kind: UnitKind; count: number; price_vnd: number }[];
  policy: CancellationPolicy;
  amount_vnd: number;
  /** Nothing is due of guests who stayed away. */
  due_vnd: number;
  collected_vnd: number;
  departure_id: string;
  local_date: LocalDate;
  starts_at: Date;
  product_id: string;
  product_title: string;
  producer_id: string;
  producer_name: string;
  purchase_id: string | null;
  purchase_number: string | null;
}

export interface BookingFilter {
  /** A code, a uuid, a whole phone number, or a part of the visitor's name. */
  q?: string;
  status?: BookingStatus | undefined;
  date?: LocalDate | undefined;
  producer_id?: string | undefined;
  departure_id?: string;
  uuid?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of bookings, newest first, and how many there are in all. */
export async function bookingPage(
  filter: BookingFilter,
  range: { limit: number; offset: number },
): Promise<{ count: number; rows: BookingFacts[] }> {
  const where = conditions(filter);
  const [rows, counts] = await Promise.all([
    sql()<BookingFacts[]>`
      SELECT b.uuid, b.code, b.status, b.created_at, b.expires_at, b.confirmed_at, b.cancelled_at,
        b.no_show_at, b.full_name, b.phone, b.lang, b.pax, b.party, b.policy,
        b.amount_vnd::float8, b.collected_vnd::float8, b.departure_id,
        CASE WHEN b.no_show_at IS NULL THEN b.due_vnd ELSE 0 END::float8 AS due_vnd,
        to_char(d.local_date, 'YYYY-MM-DD') AS local_date, d.starts_at, b.product_id,
        coalesce(p.title, b.product_id) AS product_title, b.producer_id,
        coalesce(pr.name, b.producer_id) AS producer_name, b.purchase_id,
        pu.number AS purchase_number
      FROM booking.booking b
      JOIN booking.departure d ON d.id = b.departure_id
      LEFT JOIN product p ON p.id = b.product_id
      LEFT JOIN producer pr ON pr.id = b.producer_id
      LEFT JOIN purchase.purchase pu ON pu.id = b.purchase_id
      WHERE ${where}
      ORDER BY b.created_at DESC, b.uuid LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM booking.booking b WHERE ${where}`,
  ]);
  const instants = [
    "created_at",
    "expires_at",
    "confirmed_at",
    "cancelled_at",
    "no_show_at",
    "starts_at",
  ] as const;
  return {
    count: counts[0]?.count ?? 0,
    rows: rows.map((row) => withInstants(row, instants)),
  };
}

/**
 * What a booking `b` must be. A day's departures are looked up first, as an array: joined to them,
 * the planner walks through all bookings from the newest on in search of that day.
 */
function conditions(filter: BookingFilter): postgres.Fragment {
  const { q, status, date, producer_id, departure_id, uuid } = filter;
  const none = sql()``;
  return sql()`true
    ${q ? sql()`AND ${matching(q)}` : none}
    ${status ? sql()`AND b.status = ${status}` : none}
    ${date ? sql()`AND b.departure_id = ANY(ARRAY(${departuresOf(date)}))` : none}
    ${producer_id ? sql()`AND b.producer_id = ${producer_id}` : none}
    ${departure_id ? sql()`AND b.departure_id = ${departure_id}` : none}
    ${uuid ? sql()`AND b.uuid = ${uuid}::uuid` : none}`;
}

function departuresOf(date: LocalDate): postgres.Fragment {
  return sql()`SELECT id FROM booking.departure WHERE local_date = ${date}::date`;
}

/**
 * A uuid, a code or a whole phone number is looked up as such; anything else is part of a name. No
 * name has digits, so only a code without any may be a name too.
 */
function matching(q: string): postgres.Fragment {
  if (UUID.test(q)) return sql()`b.uuid = ${q}::uuid`;
  const code = parseTicketCode(q);
  const phone = parsePhone(q);
  if (phone.ok) return sql()`b.phone = ${phone.e164}`;
  if (code && /\d/.test(code)) return sql()`b.code = ${code}`;
  const named = sql()`b.full_name ILIKE ${containing(q)}`;
  return code ? sql()`(b.code = ${code} OR ${named})` : named;
}

/** One departure with its tour, its host and how many of its guests have come. */
export interface DepartureFacts {
  id: string;
  product_id: string;
  handle: string;
  product_title: string;
  option_title: string;
  producer_id: string;
  producer_name: string;
  local_date: LocalDate;
  starts_at: Date;
  cutoff_at: Date;
  status: "open" | "closed";
  close_reason: CloseReason | null;
  close_note: string | null;
  capacity: number;
  held: number;
  confirmed: number;
  /** Expired holds count as free. */
  seats_left: number;
  arrived: number;
}

/** A departure by its id; null when there is none. */
export async function departureFacts(id: string): Promise<DepartureFacts | null> {
  const [row] = await sql()<DepartureFacts[]>`
    SELECT d.id, o.product_id, coalesce(p.handle, '') AS handle,
      coalesce(p.title, o.product_id) AS product_title, o.title_vi AS option_title, o.producer_id,
      coalesce(pr.name, o.producer_id) AS producer_name,
      to_char(d.local_date, 'YYYY-MM-DD') AS local_date, d.starts_at, d.cutoff_at, d.status,
      d.close_reason, d.close_note, d.capacity, d.held, d.confirmed,
      (d.capacity - d.confirmed - d.held + coalesce(sum(b.pax) FILTER (
        WHERE b.status = 'ON_HOLD' AND b.expires_at <= clock_timestamp()), 0))::int AS seats_left,
      coalesce(sum(b.pax) FILTER (WHERE b.status = 'REDEEMED'), 0)::int AS arrived
    FROM booking.departure d
    JOIN booking.option o ON o.id = d.option_id
    LEFT JOIN product p ON p.id = o.product_id
    LEFT JOIN producer pr ON pr.id = o.producer_id
    LEFT JOIN booking.booking b ON b.departure_id = d.id AND b.status IN ('ON_HOLD', 'REDEEMED')
    WHERE d.id = ${id}
    GROUP BY d.id, o.id, p.id, pr.id`;
  return row ? withInstants(row, ["starts_at", "cutoff_at"]) : null;
}

/** One change of a departure's seats; the counters are those after it. */
export interface DepartureEventFacts {
  id: string;
  at: Date;
  kind: string;
  booking_uuid: string | null;
  pax: number;
  actor: string;
  reason: string | null;
  held: number;
  confirmed: number;
  capacity: number;
}

/** The history of a departure or of one booking: newest first, with how many there are in all. */
export async function departureEvents(
  of: { departure_id: string } | { booking_uuid: string },
  range: { limit: number; offset: number },
): Promise<{ count: number; rows: DepartureEventFacts[] }> {
  const where =
    "departure_id" in of
      ? sql()`e.departure_id = ${of.departure_id}`
      : sql()`e.booking_uuid = ${of.booking_uuid}::uuid`;
  const [rows, counts] = await Promise.all([
    sql()<DepartureEventFacts[]>`
      SELECT e.id::text, e.at, e.kind, e.booking_uuid, e.pax, e.actor, e.reason, e.held,
        e.confirmed, e.capacity
      FROM booking.departure_event e WHERE ${where}
      ORDER BY e.id DESC LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM booking.departure_event e WHERE ${where}`,
  ]);
  return { count: counts[0]?.count ?? 0, rows: rows.map((row) => withInstants(row, ["at"])) };
}

/** The tickets of a booking, in the order of the party. */
export async function ticketsOf(
  booking_uuid: string,
): Promise<{ id: string; kind: UnitKind; redeemed_at: Date | null }[]> {
  const rows = await sql()<{ id: string; kind: UnitKind; redeemed_at: Date | null }[]>`
    SELECT id, kind, redeemed_at FROM booking.unit_item
    WHERE booking_uuid = ${booking_uuid}::uuid ORDER BY position`;
  return rows.map((row) => withInstants(row, ["redeemed_at"]));
}
