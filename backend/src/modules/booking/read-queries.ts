import type { LocalDate } from "@cho-lang/shared/calendar";
import { sql } from "../../lib/sql";
import { fromRow, type RawRow } from "./rows";
import {
  type Booking,
  booking,
  type Departure,
  type DepartureEvent,
  departure,
  departureEvent,
  type UnitItem,
  unitItem,
} from "./tables";

/** Free seats count those of holds that ran out, whether or not they were reaped. */
export type DepartureWithSeats = Departure & { seats_left: number };
export type BookingWithItems = Booking & { items: UnitItem[]; departure: Departure };

/** Departures by id, or of one option in a span of days (both inclusive); the earliest first. */
export async function selectDepartures(by: {
  ids?: string[] | undefined;
  option_id?: string | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}): Promise<DepartureWithSeats[]> {
  const chosen = by.ids
    ? sql()`d.id = ANY(${by.ids}::text[])`
    : sql()`d.option_id = ${by.option_id ?? ""}
        AND d.local_date BETWEEN ${by.from ?? "-infinity"}::date AND ${by.to ?? "infinity"}::date`;
  const rows = await sql()<(RawRow & { seats_left: number })[]>`
    SELECT d.*, d.capacity - d.confirmed - d.held + (
      SELECT COALESCE(sum(pax), 0)::int FROM booking.booking
      WHERE departure_id = d.id AND status = 'ON_HOLD'
        AND expires_at <= (SELECT clock_timestamp())) AS seats_left
    FROM booking.departure d WHERE ${chosen} ORDER BY d.starts_at, d.id`;
  return rows.map((row) => ({ ...fromRow(departure, row), seats_left: row.seats_left }));
}

/** Bookings that fit any of the given; the oldest first. Codes may be the party's or a person's. */
export async function selectBookings(by: {
  uuids?: string[] | undefined;
  cart_ids?: string[] | undefined;
  order_ids?: string[] | undefined;
  departure_ids?: string[] | undefined;
  codes?: string[] | undefined;
}): Promise<BookingWithItems[]> {
  const bookings = await sql()<RawRow[]>`
    SELECT * FROM booking.booking WHERE uuid IN (
      SELECT unnest(${by.uuids ?? []}::uuid[])
      UNION SELECT uuid FROM booking.booking WHERE cart_id = ANY(${by.cart_ids ?? []}::text[])
      UNION SELECT uuid FROM booking.booking WHERE order_id = ANY(${by.order_ids ?? []}::text[])
      UNION SELECT uuid FROM booking.booking
        WHERE departure_id = ANY(${by.departure_ids ?? []}::text[])
      UNION SELECT uuid FROM booking.booking WHERE code = ANY(${by.codes ?? []}::text[])
      UNION SELECT booking_uuid FROM booking.unit_item WHERE code = ANY(${by.codes ?? []}::text[]))
    ORDER BY created_at, uuid`;
  if (bookings.length === 0) return [];
  const found = bookings.map((row) => fromRow(booking, row));
  const [items, departures] = await Promise.all([
    selectItems(found.map(({ uuid }) => uuid)),
    sql()<RawRow[]>`SELECT * FROM booking.departure
      WHERE id = ANY(${found.map(({ departure_id }) => departure_id)}::text[])`,
  ]);
  const itemsOf = new Map<string, UnitItem[]>(found.map(({ uuid }) => [uuid, []]));
  for (const item of items) itemsOf.get(item.booking_uuid)?.push(item);
  const byId = new Map(departures.map((row) => [row.id, fromRow(departure, row)]));
  return found.flatMap((one) => {
    const its = byId.get(one.departure_id);
    return its ? [{ ...one, items: itemsOf.get(one.uuid) ?? [], departure: its }] : [];
  });
}

async function selectItems(uuids: string[]): Promise<UnitItem[]> {
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.unit_item WHERE booking_uuid = ANY(${uuids}::uuid[])
    ORDER BY booking_uuid, position`;
  return rows.map((row) => fromRow(unitItem, row));
}

/** The bookings of an order. */
export async function selectUuidsOfOrder(order_id: string): Promise<string[]> {
  const rows = await sql()<{ uuid: string }[]>`
    SELECT uuid FROM booking.booking WHERE order_id = ${order_id} ORDER BY created_at, uuid`;
  return rows.map((row) => row.uuid);
}

/** What happened to a departure or a booking, the newest first. */
export async function selectEvents(by: {
  departure_id?: string | undefined;
  booking_uuid?: string | undefined;
  limit: number;
  offset: number;
}): Promise<DepartureEvent[]> {
  const chosen = by.booking_uuid
    ? sql()`booking_uuid = ${by.booking_uuid}::uuid`
    : sql()`departure_id = ${by.departure_id ?? ""}`;
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.departure_event WHERE ${chosen}
    ORDER BY id DESC LIMIT ${by.limit}::int OFFSET ${by.offset}::int`;
  return rows.map((row) => fromRow(departureEvent, row));
}

/** Bookings that nobody announced within a minute, the oldest first, at most 100. */
export async function selectUnannounced(): Promise<string[]> {
  const rows = await sql()<{ uuid: string }[]>`
    SELECT uuid FROM booking.booking
    WHERE status = 'CONFIRMED' AND origin = 'online' AND announced_at IS NULL
      AND confirmed_at < now() - interval '1 minute'
    ORDER BY confirmed_at LIMIT 100`;
  return rows.map((row) => row.uuid);
}
