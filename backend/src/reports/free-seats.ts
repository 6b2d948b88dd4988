import type postgres from "postgres";

/**
 * The seats of departure `d` that can still be taken, at the instant `now` of the statement's CTE
 * `clock`. Holds that ran out and were not reaped yet count as free; the live ones are summed only
 * where somebody holds seats at all.
 */
export function freeSeats(sql: postgres.Sql) {
  return sql`greatest(0, d.capacity - d.confirmed - CASE WHEN d.held = 0 THEN 0 ELSE (
    SELECT coalesce(sum(b.pax), 0)::integer FROM booking.booking b
    WHERE b.departure_id = d.id AND b.status = 'ON_HOLD'
      AND b.expires_at > (SELECT now FROM clock)) END)`;
}
