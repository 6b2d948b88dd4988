import type { TourUnit } from "@cho-lang/shared/domain/booking";
import { sql } from "../../lib/sql";
import { fromRow, type RawRow, type Sql, type Tx } from "./rows";
import {
  type Booking,
  booking,
  type Departure,
  departure,
  type EventKind,
  type Option,
  type PartyMember,
} from "./tables";

/**
 * Makes everybody who holds seats from this address or for this cart wait until the transaction
 * ends, so that two holds cannot both be the last one allowed. Always before `lockDepartures`.
 */
export async function lockHolder(
  tx: Tx,
  holder: { address_hash: string | null; cart_id: string | null },
): Promise<void> {
  const { address_hash, cart_id } = holder;
  await tx`
    SELECT pg_advisory_xact_lock(hashtextextended(${`hold-address:${address_hash}`}, 0)),
      pg_advisory_xact_lock(hashtextextended(${`hold-cart:${cart_id}`}, 0))`;
}

/**
 * Locks departures until the transaction ends, always in the order of their ids, so that nobody
 * waits in a circle. What this statement reads may be stale: look again in a later one.
 */
export async function lockDepartures(tx: Tx, ids: string[]): Promise<void> {
  await tx`
    SELECT id FROM booking.departure WHERE id = ANY(${ids}::text[])
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Gives back the seats of holds that ran out, on locked departures (migration 002). */
export async function reapHolds(tx: Tx, departure_ids: string[]): Promise<void> {
  await tx`SELECT booking.reap_holds(${departure_ids}::text[])`;
}

/** What a decision about a departure is made of: the row, the clock, and what is free. */
export type Standing = Departure & { now: Date; seats_left: number };
/** Live holds of one cart and from one address. */
export type Holds = { cart_holds: number; address_holds: number };

function standingOf(row: RawRow, now: unknown): Standing {
  const one = fromRow(departure, row);
  const seats_left = one.capacity - one.held - one.confirmed;
  return { ...one, now: new Date(String(now)), seats_left };
}

/** Counts live holds. Under `lockHolder` nobody adds one. */
export async function countHolds(
  tx: Tx,
  holder: { address_hash: string | null; cart_id: string | null },
): Promise<Holds> {
  const [row] = await tx<Holds[]>`
    SELECT
      (SELECT count(*)::int FROM booking.booking WHERE cart_id = ${holder.cart_id}
        AND status = 'ON_HOLD' AND expires_at > (SELECT clock_timestamp())) AS cart_holds,
      (SELECT count(*)::int FROM booking.booking WHERE address_hash = ${holder.address_hash}
        AND status = 'ON_HOLD' AND expires_at > (SELECT clock_timestamp())) AS address_holds`;
  return row ?? { cart_holds: 0, address_holds: 0 };
}

/** Locked departures as they stand, by id. */
export async function readDepartures(tx: Tx, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await tx<RawRow[]>`
    SELECT *, clock_timestamp() AS now FROM booking.departure WHERE id = ANY(${ids}::text[])`;
  return new Map(rows.map((row) => [String(row.id), standingOf(row, row.now)]));
}

/** Bookings by uuid, the oldest first. Their status is certain only under their departure's lock. */
export async function readBookings(tx: Sql, uuids: string[]): Promise<Booking[]> {
  const rows = await tx<RawRow[]>`
    SELECT * FROM booking.booking WHERE uuid = ANY(${uuids}::uuid[]) ORDER BY created_at, uuid`;
  return rows.map((row) => fromRow(booking, row));
}

/** What is for sale on a departure: read just before the seats are taken, without a lock. */
export type Offer = Pick<Departure, "option_id" | "price_percent"> &
  Pick<Option, "min_party" | "max_party" | "policy" | "producer_id" | "product_id"> & {
    units: TourUnit[];
  };

/** The units, the limits and the policy that hold for a departure; null when there is none. */
export async function readOffer(departure_id: string): Promise<Offer | null> {
  const [row] = await sql()<Offer[]>`
    SELECT d.option_id, d.price_percent, o.min_party, o.max_party, o.policy, o.producer_id,
      o.product_id, (SELECT COALESCE(json_agg(u ORDER BY u.position), '[]')
        FROM booking.unit u WHERE u.option_id = o.id) AS units
    FROM booking.departure d JOIN booking.option o ON o.id = d.option_id
    WHERE d.id = ${departure_id}`;
  return row ?? null;
}

/** A booking to be written; the database's clock sets its status and instants. */
export type DraftBooking = Omit<
  typeof booking.$inferInsert,
  "status" | "created_at" | "expires_at" | "confirmed_at"
> & { extensions: number };

export type Taking = {
  draft: DraftBooking;
  tickets: (Omit<PartyMember, "count"> & { id: string; code: string; position: number })[];
  actor: string;
  /** Null: confirmed at once, by the host. */
  hold_minutes: number | null;
  most_of_cart: number;
  most_of_address: number;
};

/** A booking that has the draft's uuid now, or why there is none; a departure may be gone (null). */
export type Taken = { made: Booking } | (Holds & { made: null; place: Standing | null });

/**
 * Takes seats and writes booking, tickets and event, all or nothing: migration 002 has the rule. Of
 * any number that race for the last seats the first at the departure's lock gets them. A uuid that
 * is written elsewhere at the same moment, or a known code, is a duplicate key.
 */
export async function takeSeats(taking: Taking): Promise<Taken> {
  const [row] = await sql()<(Holds & { made: RawRow | null; place: RawRow | null; at: string })[]>`
    SELECT * FROM booking.take_seats(${JSON.stringify(taking.draft)}::text::jsonb,
      ${JSON.stringify(taking.tickets)}::text::jsonb, ${taking.actor},
      ${taking.hold_minutes}::int, ${taking.most_of_cart}::int, ${taking.most_of_address}::int)`;
  if (!row) throw new Error("booking.take_seats answered nothing");
  if (row.made) return { made: fromRow(booking, row.made) };
  const { place, at, cart_holds, address_holds } = row;
  return { made: null, place: place && standingOf(place, at), cart_holds, address_holds };
}

/** What is written down about a change. */
export type Note = {
  departure_id: string;
  kind: EventKind;
  booking_uuid: string | null;
  actor: string;
  reason?: string | null;
};

/**
 * Moves seats of a locked departure and notes it; false, and nothing is done, when they are not
 * there. Must come in a statement after the lock, as `takeSeats`.
 */
export async function moveSeats(
  tx: Tx,
  note: Note,
  by: { held: number; confirmed: number },
): Promise<boolean> {
  const rows = await tx`
    WITH seat AS (
      UPDATE booking.departure
      SET held = held + ${by.held}::int, confirmed = confirmed + ${by.confirmed}::int
      WHERE id = ${note.departure_id}
        AND held + confirmed + ${by.held + by.confirmed}::int <= capacity
      RETURNING held, confirmed, capacity)
    INSERT INTO booking.departure_event
      (departure_id, kind, booking_uuid, pax, actor, reason, held, confirmed, capacity)
    SELECT ${note.departure_id}, ${note.kind}, ${note.booking_uuid}::uuid,
      ${by.held + by.confirmed}::int, ${note.actor}, ${note.reason ?? null}::text, held, confirmed,
      capacity
    FROM seat`;
  return rows.count === 1;
}

/** Notes what changed no counter. */
export async function noteEvent(tx: Tx, note: Note): Promise<void> {
  await tx`
    INSERT INTO booking.departure_event
      (departure_id, kind, booking_uuid, pax, actor, reason, held, confirmed, capacity)
    SELECT id, ${note.kind}, ${note.booking_uuid}::uuid, 0, ${note.actor},
      ${note.reason ?? null}::text, held, confirmed, capacity
    FROM booking.departure WHERE id = ${note.departure_id}`;
}
