import type { Party } from "@cho-lang/shared/domain/booking";
import { sql } from "../../src/lib/sql";
import { newId } from "../../src/modules/booking/ids";

/** A tour with one option, written straight into the tables. */
export type TourRow = {
  option_id: string;
  producer_id: string;
  /** Unit ids: an adult takes 1 seat, a family 4, an infant none. */
  adult: string;
  family: string;
  infant: string;
};

/** A tour that takes parties of 1 to 10 seats until the very start. */
export async function aTourRow(): Promise<TourRow> {
  const [option_id, producer_id] = [newId("opt"), `prdcr_${newId("opt")}`];
  await sql()`INSERT INTO booking.option
    (id, product_id, producer_id, position, title_vi, title_en, duration_minutes, languages,
      meeting_point_vi, meeting_point_en, directions_vi, directions_en, included_vi, included_en,
      program, min_party, max_party, cutoff_minutes, policy)
    VALUES (${option_id}, ${`prod_${option_id}`}, ${producer_id}, 1, 'Thăm làng', 'Visit', 120,
      '{vi}', '', '', '', '', '{}', '{}', '[]', 1, 10, 0, '[]')`;
  const [adult, family, infant] = [newId("unit"), newId("unit"), newId("unit")];
  await sql()`INSERT INTO booking.unit
    (id, option_id, kind, price_vnd, pax_count, accompanied_by, position) VALUES
    (${adult}, ${option_id}, 'ADULT', 100000, 1, '{}', 1),
    (${family}, ${option_id}, 'FAMILY', 300000, 4, '{}', 2),
    (${infant}, ${option_id}, 'INFANT', 0, 0, '{ADULT,FAMILY}', 3)`;
  return { option_id, producer_id, adult, family, infant };
}

let departures = 0;

/** A departure of a tour, a month from now and later, each at a start of its own. */
export async function aDepartureRow(tour: TourRow, seats: number): Promise<string> {
  const id = newId("dep");
  departures += 1;
  await sql()`INSERT INTO booking.departure
    (id, option_id, starts_at, local_date, capacity, cutoff_at)
    SELECT ${id}, ${tour.option_id}, at, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, ${seats}, at
    FROM (SELECT date_trunc('hour', now()) + ${`${30 * 24 + departures} hours`}::interval AS at) s`;
  return id;
}

/** So many adults. */
export function adults(tour: TourRow, count: number): Party {
  return { [tour.adult]: count };
}
