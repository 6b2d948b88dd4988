import { sql } from "../../src/lib/sql";

/** A departure whose counters are not what its bookings say, with both. */
export type Violation = {
  id: string;
  capacity: number;
  held: number;
  confirmed: number;
  on_hold: number;
  booked: number;
};

/**
 * Departures that break the promise of every moment: held is the seats of bookings on hold,
 * confirmed those of booked and arrived ones, and both together fit. One statement, so one snapshot.
 */
export async function violations(): Promise<Violation[]> {
  return await sql()<Violation[]>`
    SELECT * FROM (
      SELECT d.id, d.capacity, d.held, d.confirmed,
        COALESCE(sum(b.pax) FILTER (WHERE b.status = 'ON_HOLD'), 0)::int AS on_hold,
        COALESCE(sum(b.pax) FILTER (WHERE b.status IN ('CONFIRMED', 'REDEEMED')), 0)::int AS booked
      FROM booking.departure d LEFT JOIN booking.booking b ON b.departure_id = d.id
      GROUP BY d.id) AS counted
    WHERE held <> on_hold OR confirmed <> booked OR held < 0 OR confirmed < 0
      OR held + confirmed > capacity`;
}

/** Departures whose history does not add up to their counters, or does not end with them. */
export async function brokenHistories(): Promise<{ id: string }[]> {
  return await sql()<{ id: string }[]>`
    SELECT d.id FROM booking.departure d
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(e.pax), 0) AS taken FROM booking.departure_event e
      WHERE e.departure_id = d.id) AS history
    LEFT JOIN LATERAL (
      SELECT e.held, e.confirmed, e.capacity FROM booking.departure_event e
      WHERE e.departure_id = d.id ORDER BY e.id DESC LIMIT 1) AS latest ON true
    WHERE history.taken <> d.held + d.confirmed
      OR (latest.held IS NOT NULL AND (latest.held, latest.confirmed, latest.capacity)
        IS DISTINCT FROM (d.held, d.confirmed, d.capacity))`;
}
