import type postgres from "postgres";
import { sql } from "../../src/lib/sql";

/** Lets the holds of these bookings run out now, as if their minutes had passed. */
export async function runOut(
  uuids: readonly string[],
  connection: postgres.Sql = sql(),
): Promise<void> {
  await connection`UPDATE booking.booking SET expires_at = clock_timestamp() - interval '1 second'
    WHERE uuid = ANY(${[...uuids]}::uuid[]) AND status = 'ON_HOLD'`;
}

let moved = 0;

/** Moves the start of a departure into the past, as if the day had come. */
export async function theDayComes(id: string): Promise<void> {
  moved += 1;
  await sql()`UPDATE booking.departure d SET starts_at = s.at, cutoff_at = s.at,
      local_date = (s.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM (SELECT now() - ${`${moved} seconds`}::interval AS at) s WHERE d.id = ${id}`;
}
