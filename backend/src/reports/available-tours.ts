import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import { sql } from "../lib/sql";
import { freeSeats } from "./free-seats";

/** A day that nobody can book any more is not asked for. */
const none: string[] = [];

/**
 * Ids of the tours with a departure on that day in Vietnam that a party of so many seats can still
 * book: the host's shop is open, booking has not ended, seats are left and the tour takes parties
 * of that size. Sorted. `now` only tells past days; all else is by the database's clock.
 */
export async function availableTours(
  { date, party }: { date: LocalDate; party: number },
  now: Date,
): Promise<string[]> {
  const today = todayInVietnam(now);
  if (date < today) return none;
  // The planner guesses far too few rows behind so many conditions and would join by nested loops:
  // OFFSET 0 lets it join the whole day first, by hash.
  const rows = await sql()<{ product_id: string }[]>`
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
    SELECT DISTINCT product_id FROM (
      SELECT o.product_id, d.starts_at > (SELECT now FROM clock)
        AND d.cutoff_at > (SELECT now FROM clock)
        AND d.capacity - d.confirmed >= ${party}::integer
        AND ${freeSeats(sql())} >= ${party}::integer AS is_open
      FROM booking.departure d
      JOIN booking.option o ON o.id = d.option_id
      JOIN producer r ON r.id = o.producer_id AND r.deleted_at IS NULL AND r.status = 'open'
      WHERE d.local_date = ${date}::date AND d.status = 'open'
        AND ${party}::integer BETWEEN o.min_party AND o.max_party
        AND ((r.closed_from IS NULL AND r.closed_until IS NULL)
          OR r.closed_from > ${today} OR r.closed_until < ${today})
      OFFSET 0
    ) d WHERE is_open
    ORDER BY product_id`;
  return rows.map(({ product_id }) => product_id);
}
