import { query } from "../lib/database";

/** How many departures the bench works among. */
export const departureCount = 1_000_000;
/** As far ahead as schedules go. */
const days = 540;

/**
 * Gives every tour of the synthetic catalog an option, and all of them together a million open
 * departures over the coming 18 months, on days and hours as real ones. Once; in the bench's own
 * database. Some seats are taken without bookings, which only the bench may write.
 */
export async function writeDepartures(databaseUrl: string): Promise<void> {
  await query(databaseUrl, async (sql) => {
    await sql`
      INSERT INTO booking.option
        (id, product_id, producer_id, position, title_vi, title_en, duration_minutes, languages,
          meeting_point_vi, meeting_point_en, directions_vi, directions_en, included_vi,
          included_en, program, min_party, max_party, cutoff_minutes, policy)
      SELECT 'opt_bench_' || p.id, p.id, l.producer_id, 1, 'Thăm làng', 'Visit', 120, '{vi}',
        'Cổng làng', 'Village gate', '', '', '{}', '{}', '[]', 1, 10, 120,
        '[{"hours_before": 48, "refund_percent": 100}]'
      FROM product p
      JOIN product_type t ON t.id = p.type_id AND t.value = 'tour'
      JOIN producer_producer_product_product l ON l.product_id = p.id AND l.deleted_at IS NULL
      WHERE p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM booking.option o WHERE o.product_id = p.id)`;
    await sql`
      INSERT INTO booking.unit
        (id, option_id, kind, price_vnd, pax_count, accompanied_by, position)
      SELECT 'unit_bench_' || o.id || k.kind, o.id, k.kind, k.price_vnd, 1, '{}', k.position
      FROM booking.option o
      CROSS JOIN (VALUES ('ADULT', 200000, 1), ('CHILD', 100000, 2)) AS k (kind, price_vnd, position)
      WHERE o.id LIKE 'opt\\_bench\\_%' ON CONFLICT DO NOTHING`;
    const [row] = await sql`SELECT count(*)::int AS present,
      (SELECT count(*)::int FROM booking.option WHERE id LIKE 'opt\\_bench\\_%') AS options
      FROM booking.departure`;
    const missing = departureCount - (row?.present ?? 0);
    if (missing <= 0) return;
    if (!row?.options) throw new Error("The synthetic catalog has no tours.");
    // The first times of all days, then the second times, and so on: one start per day and hour.
    await sql`
      INSERT INTO booking.departure
        (id, option_id, starts_at, local_date, capacity, confirmed, status, close_reason,
          cutoff_at, price_percent)
      SELECT 'dep_bench_' || o.id || '_' || n, o.id, s.at, s.day, 20,
        CASE WHEN random() < 0.1 THEN 20 ELSE floor(random() * 20)::int END,
        CASE WHEN s.closed THEN 'closed' ELSE 'open' END,
        CASE WHEN s.closed THEN 'weather' END,
        s.at - interval '2 hours', CASE WHEN extract(isodow FROM s.day) > 5 THEN 120 ELSE 100 END
      FROM booking.option o
      CROSS JOIN generate_series(0, ${Math.ceil(missing / row.options) - 1}::int) AS n
      CROSS JOIN LATERAL (
        SELECT d.day, random() < 0.03 AS closed,
          (d.day + time '07:00' + (n / ${days}) * interval '20 minutes')
            AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at
        FROM (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 1 + n % ${days} AS day) d
      ) AS s
      WHERE o.id LIKE 'opt\\_bench\\_%' ON CONFLICT DO NOTHING`;
    await sql`VACUUM ANALYZE booking.departure`;
    await sql`ANALYZE booking.option, booking.unit`;
  });
}
