import type { LocalDate } from "@cho-lang/shared/calendar";
import type { CloseReason } from "@cho-lang/shared/domain/booking";
import type { ProducerOpening } from "@cho-lang/shared/domain/producer";
import { sql } from "../lib/sql";
import type { Option, Unit } from "../modules/booking/tables";
import { freeSeats } from "./free-seats";

/** A tour with its options and units, each in the order of its position. */
export type BookableTour = {
  id: string;
  handle: string;
  producer: ProducerOpening;
  options: (Omit<Option, "created_at"> & { units: Unit[] })[];
};

/**
 * One published tour by its handle with what can be booked of it, in one statement; null when there
 * is none. Tours of producers that were never admitted are unknown.
 */
export async function bookableTour(handle: string): Promise<BookableTour | null> {
  const [row] = await sql()<BookableTour[]>`
    SELECT p.id, p.handle,
      jsonb_build_object('status', r.status, 'closed_from', r.closed_from,
        'closed_until', r.closed_until) AS producer,
      (SELECT coalesce(jsonb_agg(to_jsonb(o) - 'created_at' || jsonb_build_object('units',
          (SELECT coalesce(jsonb_agg(to_jsonb(u) ORDER BY u.position), '[]')
            FROM booking.unit u WHERE u.option_id = o.id)) ORDER BY o.position), '[]')
        FROM booking.option o WHERE o.product_id = p.id) AS options
    FROM product p
    JOIN product_type t ON t.id = p.type_id AND t.value = 'tour'
    JOIN producer_producer_product_product pl ON pl.product_id = p.id AND pl.deleted_at IS NULL
    JOIN producer r ON r.id = pl.producer_id AND r.deleted_at IS NULL AND r.status <> 'pending'
    WHERE p.handle = ${handle} AND p.status = 'published' AND p.deleted_at IS NULL
    LIMIT 1`;
  return row ?? null;
}

/** A departure as its calendar needs it. */
export type CalendarDeparture = {
  id: string;
  /** Milliseconds since 1970. */
  starts_at: number;
  cutoff_at: number;
  local_date: LocalDate;
  status: "open" | "closed";
  close_reason: CloseReason | null;
  capacity: number;
  price_percent: number;
  /** Holds that ran out count as free. */
  seats_left: number;
};

/** One month of an option's departures at one instant of the database's clock. */
export type TourMonth = {
  /** That instant, in milliseconds since 1970. */
  now: number;
  /** "2026-11" */
  month: string;
  /** The nearest months before and after that have departures; none before the present one. */
  previous_month: string | null;
  next_month: string | null;
  /** The next day with a departure that can be booked. */
  next_open_date: LocalDate | null;
  /** In the order of their starts. */
  departures: CalendarDeparture[];
};

/**
 * The month of an option, in one statement; `month` null is that of the next departure that can be
 * booked, and the present one when there is none.
 */
export async function tourMonth(option_id: string, month: string | null): Promise<TourMonth> {
  const first = month === null ? null : `${month}-01`;
  const left = freeSeats(sql());
  const [row] = await sql()<TourMonth[]>`
    WITH clock AS MATERIALIZED (
      SELECT now, (now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today
      FROM (SELECT clock_timestamp() AS now) c
    ), next_open AS MATERIALIZED (
      SELECT d.local_date FROM booking.departure d
      WHERE d.option_id = ${option_id} AND d.starts_at > (SELECT now FROM clock)
        AND d.cutoff_at > (SELECT now FROM clock) AND d.status = 'open' AND ${left} > 0
      ORDER BY d.starts_at LIMIT 1
    ), frame AS MATERIALIZED (
      SELECT date_trunc('month', coalesce(${first}::date, (SELECT local_date FROM next_open),
        today)::timestamp)::date AS first FROM clock
    )
    SELECT extract(epoch FROM (SELECT now FROM clock))::float8 * 1000 AS now,
      to_char(f.first, 'YYYY-MM') AS month,
      (SELECT to_char(max(d.local_date), 'YYYY-MM') FROM booking.departure d
        WHERE d.option_id = ${option_id} AND d.local_date < f.first AND d.local_date >=
          (SELECT date_trunc('month', today::timestamp)::date FROM clock)) AS previous_month,
      (SELECT to_char(min(d.local_date), 'YYYY-MM') FROM booking.departure d
        WHERE d.option_id = ${option_id}
          AND d.local_date >= greatest((f.first + interval '1 month')::date,
            (SELECT date_trunc('month', today::timestamp)::date FROM clock))) AS next_month,
      (SELECT local_date::text FROM next_open) AS next_open_date,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id,
          'starts_at', extract(epoch FROM d.starts_at) * 1000,
          'cutoff_at', extract(epoch FROM d.cutoff_at) * 1000,
          'local_date', d.local_date, 'status', d.status, 'close_reason', d.close_reason,
          'capacity', d.capacity, 'price_percent', d.price_percent, 'seats_left', ${left})
          ORDER BY d.starts_at), '[]')
        FROM booking.departure d
        WHERE d.option_id = ${option_id} AND d.local_date >= f.first
          AND d.local_date < (f.first + interval '1 month')::date) AS departures
    FROM frame f`;
  if (!row) throw new Error("The calendar's statement answered no row.");
  return row;
}
