import type { TourUnit } from "@cho-lang/shared/domain/booking";
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

/**
 * Gives back the seats of holds that ran out, on locked departures. The clock is read when the
 * statement begins, after any waiting for the lock; now() would be the time before it.
 */
export async function reapHolds(tx: Tx, departure_ids: string[]): Promise<void> {
  await tx`
    WITH dead AS (
      UPDATE booking.booking SET status = 'EXPIRED'
      WHERE departure_id = ANY(${departure_ids}::text[]) AND status = 'ON_HOLD'
        AND expires_at <= (SELECT clock_timestamp())
      RETURNING uuid, departure_id, pax),
    total AS (SELECT departure_id, sum(pax)::int AS pax FROM dead GROUP BY departure_id),
    freed AS (
      UPDATE booking.departure d SET held = d.held - total.pax
      FROM total WHERE d.id = total.departure_id
      RETURNING d.id, d.held, d.confirmed, d.capacity, total.pax)
    INSERT INTO booking.departure_event
      (departure_id, kind, booking_uuid, pax, actor, held, confirmed, capacity)
    SELECT freed.id, 'expired', dead.uuid, -dead.pax, 'clock',
      freed.held + freed.pax
        - sum(dead.pax) OVER (PARTITION BY freed.id ORDER BY dead.uuid)::int,
      freed.confirmed, freed.capacity
    FROM dead JOIN freed ON freed.id = dead.departure_id`;
}

/** A locked departure as it stands after reaping, with what a decision about it needs. */
export type Scene = Departure & {
  now: Date;
  seats_left: number;
  option: Pick<Option, "min_party" | "max_party" | "policy" | "producer_id" | "product_id">;
  units: TourUnit[];
  /** Live holds of the cart and from the address. */
  cart_holds: number;
  address_holds: number;
};

/** Reads a departure's scene. Under its lock and the holder's nothing of it can change. */
export async function readScene(
  tx: Tx,
  departure_id: string,
  holder: { address_hash: string | null; cart_id: string | null },
): Promise<Scene | null> {
  const [row] = await tx<(RawRow & Omit<Scene, "now"> & { now: string })[]>`
    SELECT d.*, clock_timestamp() AS now, d.capacity - d.held - d.confirmed AS seats_left,
      json_build_object('min_party', o.min_party, 'max_party', o.max_party, 'policy', o.policy,
        'producer_id', o.producer_id, 'product_id', o.product_id) AS option,
      (SELECT COALESCE(json_agg(u ORDER BY u.position), '[]') FROM booking.unit u
        WHERE u.option_id = o.id) AS units,
      (SELECT count(*)::int FROM booking.booking WHERE cart_id = ${holder.cart_id}
        AND status = 'ON_HOLD' AND expires_at > (SELECT clock_timestamp())) AS cart_holds,
      (SELECT count(*)::int FROM booking.booking WHERE address_hash = ${holder.address_hash}
        AND status = 'ON_HOLD' AND expires_at > (SELECT clock_timestamp())) AS address_holds
    FROM booking.departure d JOIN booking.option o ON o.id = d.option_id
    WHERE d.id = ${departure_id}`;
  if (!row) return null;
  const { option, units, seats_left, cart_holds, address_holds } = row;
  const facts = { option, units, seats_left, cart_holds, address_holds };
  return { ...fromRow(departure, row), ...facts, now: new Date(row.now) };
}

/** Locked departures as they stand, by id. */
export async function readDepartures(
  tx: Tx,
  ids: string[],
): Promise<Map<string, Departure & { now: Date; seats_left: number }>> {
  const rows = await tx<RawRow[]>`
    SELECT *, clock_timestamp() AS now FROM booking.departure WHERE id = ANY(${ids}::text[])`;
  return new Map(
    rows.map((row) => {
      const one = fromRow(departure, row);
      const seats_left = one.capacity - one.held - one.confirmed;
      return [one.id, { ...one, now: new Date(String(row.now)), seats_left }];
    }),
  );
}

/** Bookings by uuid, the oldest first. Their status is certain only under their departure's lock. */
export async function readBookings(tx: Sql, uuids: string[]): Promise<Booking[]> {
  const rows = await tx<RawRow[]>`
    SELECT * FROM booking.booking WHERE uuid = ANY(${uuids}::uuid[]) ORDER BY created_at, uuid`;
  return rows.map((row) => fromRow(booking, row));
}

/** A booking to be written; the database's clock sets its instants. */
export type DraftBooking = Pick<
  Booking,
  | "uuid"
  | "request_hash"
  | "departure_id"
  | "option_id"
  | "producer_id"
  | "product_id"
  | "pax"
  | "cart_id"
  | "address_hash"
  | "origin"
  | "code"
  | "full_name"
  | "phone"
  | "lang"
  | "policy"
  | "amount_vnd"
  | "due_vnd"
  | "party"
> & {
  /** How long it is held; null when it is confirmed at once. */
  hold_minutes: number | null;
  items: (Omit<PartyMember, "count"> & { id: string; code: string })[];
  actor: string;
};

/**
 * Takes the seats of a locked departure and writes booking, tickets and event, all in one statement
 * that does nothing (null) when the seats are not there. It must come after the statement that
 * locked: its own snapshot then has everybody else's seats. A known uuid or code is a duplicate key.
 */
export async function takeSeats(tx: Tx, draft: DraftBooking): Promise<Booking | null> {
  const isHold = draft.hold_minutes !== null;
  const { items } = draft;
  const [row] = await tx<RawRow[]>`
    WITH seat AS (
      UPDATE booking.departure
      SET held = held + ${isHold ? draft.pax : 0}::int,
        confirmed = confirmed + ${isHold ? 0 : draft.pax}::int
      WHERE id = ${draft.departure_id} AND held + confirmed + ${draft.pax}::int <= capacity
      RETURNING held, confirmed, capacity),
    made AS (
      INSERT INTO booking.booking (uuid, request_hash, departure_id, option_id, producer_id,
        product_id, pax, status, expires_at, cart_id, address_hash, origin, code, full_name, phone,
        lang, note, policy, amount_vnd, due_vnd, collected_vnd, party, created_at, confirmed_at)
      SELECT ${draft.uuid}::uuid, ${draft.request_hash}, ${draft.departure_id}, ${draft.option_id},
        ${draft.producer_id}, ${draft.product_id}, ${draft.pax}::int,
        ${isHold ? "ON_HOLD" : "CONFIRMED"},
        at + ${draft.hold_minutes}::int * interval '1 minute', ${draft.cart_id}::text,
        ${draft.address_hash}::text, ${draft.origin}, ${draft.code}, ${draft.full_name},
        ${draft.phone}, ${draft.lang}, '', ${JSON.stringify(draft.policy)}::text::jsonb,
        ${draft.amount_vnd}::bigint, ${draft.due_vnd}::bigint, 0,
        ${JSON.stringify(draft.party)}::text::jsonb, at,
        CASE WHEN ${draft.hold_minutes}::int IS NULL THEN at END
      FROM seat, (SELECT clock_timestamp() AS at) clock
      RETURNING *),
    tickets AS (
      INSERT INTO booking.unit_item (id, booking_uuid, unit_id, kind, price_vnd, code, position)
      SELECT item.id, made.uuid, item.unit_id, item.kind, item.price_vnd, item.code, item.position
      FROM made, unnest(${items.map(({ id }) => id)}::uuid[],
        ${items.map(({ unit_id }) => unit_id)}::text[], ${items.map(({ kind }) => kind)}::text[],
        ${items.map(({ price_vnd }) => String(price_vnd))}::bigint[],
        ${items.map(({ code }) => code)}::text[])
        WITH ORDINALITY AS item (id, unit_id, kind, price_vnd, code, position)),
    noted AS (
      INSERT INTO booking.departure_event
        (departure_id, kind, booking_uuid, pax, actor, held, confirmed, capacity)
      SELECT ${draft.departure_id}, ${isHold ? "held" : "booked"}, made.uuid, made.pax,
        ${draft.actor}, seat.held, seat.confirmed, seat.capacity
      FROM seat, made)
    SELECT * FROM made`;
  return row ? fromRow(booking, row) : null;
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
