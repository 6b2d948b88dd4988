import type { LocalDate } from "@cho-lang/shared/calendar";
import type { BookingStatus } from "@cho-lang/shared/domain/booking";
import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import type postgres from "postgres";
import { sql } from "../lib/sql";

/** One line as it was bought. */
export interface OrderLineFacts {
  id: string;
  title_vi: string;
  title_en: string;
  unit_vi: string;
  unit_en: string;
  quantity: number;
  price_vnd: number;
  total_vnd: number;
  picture: { src: string; width: number; height: number; alt_vi: string; alt_en: string } | null;
  /** Of a line that is a visit; null for goods. `starts_at` is ISO 8601. */
  visit: {
    uuid: string;
    status: BookingStatus;
    date: LocalDate;
    starts_at: string;
    pax: number;
  } | null;
}

/** One producer's order with its buyer, lines and stamps. Amounts are whole đồng. */
export interface ProducerOrderFacts {
  order_id: string;
  number: string;
  placed_at: Date;
  confirmed_at: Date | null;
  packed_at: Date | null;
  shipped_at: Date | null;
  delivered_at: Date | null;
  refused_at: Date | null;
  returned_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  refuse_reason: string | null;
  is_prepaid: boolean;
  visits_vnd: number;
  missing_vnd: number;
  written_off_vnd: number;
  /** False when nothing is sent: visits only. */
  has_parcel: boolean;
  goods_vnd: number;
  shipping_vnd: number;
  total_vnd: number;
  due_vnd: number;
  shipping_name_vi: string | null;
  shipping_name_en: string | null;
  full_name: string;
  phone: string;
  province_code: string;
  commune_code: string;
  street: string;
  note: string;
  lines: OrderLineFacts[];
}

/** The one SQL twin of shared's `progressOf`; alias `o` is purchase.purchase_order. */
function progress(): postgres.Fragment {
  return sql()`(CASE
    WHEN o.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN NOT o.has_parcel AND o.delivered_at IS NOT NULL THEN 'visited'
    WHEN NOT o.has_parcel THEN 'booked'
    WHEN o.delivered_at IS NOT NULL THEN 'delivered'
    WHEN o.returned_at IS NOT NULL THEN 'returned'
    WHEN o.refused_at IS NOT NULL THEN 'refused'
    WHEN o.shipped_at IS NOT NULL THEN 'shipped'
    WHEN o.packed_at IS NOT NULL THEN 'to_ship'
    WHEN o.confirmed_at IS NOT NULL THEN 'to_pack'
    ELSE 'to_confirm' END)`;
}

const instants = [
  "placed_at",
  "confirmed_at",
  "packed_at",
  "shipped_at",
  "delivered_at",
  "refused_at",
  "returned_at",
  "cancelled_at",
] as const;

/** Drizzle turns the shared pool's instants into text; here they become instants again. */
function revived(row: ProducerOrderFacts): ProducerOrderFacts {
  const dates = instants.map((name) => [name, row[name] && new Date(row[name])]);
  return { ...row, ...Object.fromEntries(dates) };
}

async function facts(
  condition: postgres.Fragment,
  rest: postgres.Fragment,
): Promise<ProducerOrderFacts[]> {
  const rows = await sql()<ProducerOrderFacts[]>`
    SELECT o.order_id, o.number, p.placed_at, o.confirmed_at, o.packed_at, o.shipped_at,
      o.delivered_at, o.refused_at, o.returned_at, o.cancelled_at, o.cancel_reason, o.refuse_reason,
      o.has_parcel, o.is_prepaid, o.visits_vnd::float8, o.missing_vnd::float8,
      o.written_off_vnd::float8,
      o.goods_vnd::float8, o.shipping_vnd::float8, o.total_vnd::float8, o.due_vnd::float8,
      o.shipping_name_vi, o.shipping_name_en,
      p.full_name, p.phone, p.province_code, p.commune_code, p.street, p.note,
      coalesce(l.lines, '[]'::jsonb) AS lines
    FROM purchase.purchase_order o
    JOIN purchase.purchase p ON p.id = o.purchase_id AND p.status = 'placed'
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', s.line_item_id, 'title_vi', s.title_vi,
        'title_en', s.title_en, 'unit_vi', s.unit_vi, 'unit_en', s.unit_en,
        'quantity', s.quantity, 'price_vnd', s.price_vnd, 'total_vnd', s.total_vnd,
        'picture', s.picture, 'visit', CASE WHEN b.uuid IS NULL THEN NULL ELSE
          jsonb_build_object('uuid', b.uuid, 'status', b.status, 'date', d.local_date,
            'starts_at', d.starts_at, 'pax', b.pax) END) ORDER BY s.position) AS lines
      FROM purchase.order_line_snapshot s
      LEFT JOIN booking.booking b ON b.order_id = s.order_id
        AND b.order_line_item_id = s.line_item_id
      LEFT JOIN booking.departure d ON d.id = b.departure_id
      WHERE s.order_id = o.order_id
    ) l ON true
    WHERE ${condition} ${rest}`;
  return rows.map(revived);
}

/**
 * One page of a producer's orders, newest first, and how many there are in all. Only orders whose
 * purchase is placed exist for a producer.
 */
export async function producerOrderPage(input: {
  producer_id: string;
  progress: OrderProgress | null;
  page: number;
  page_size: number;
}): Promise<{ count: number; orders: ProducerOrderFacts[] }> {
  const of = sql()`o.producer_id = ${input.producer_id}`;
  const condition = input.progress ? sql()`${of} AND ${progress()} = ${input.progress}` : of;
  const [orders, counted] = await Promise.all([
    facts(
      condition,
      sql()`ORDER BY p.placed_at DESC, o.order_id
        LIMIT ${input.page_size} OFFSET ${(input.page - 1) * input.page_size}`,
    ),
    sql()<{ count: number }[]>`SELECT count(*)::int AS count FROM purchase.purchase_order o
      JOIN purchase.purchase p ON p.id = o.purchase_id AND p.status = 'placed'
      WHERE ${condition}`,
  ]);
  return { count: counted[0]?.count ?? 0, orders };
}

/** Parcels that wait for the producer's hands, the longest waiting first, at most `limit`. */
export async function producerOpenOrders(
  producerId: string,
  limit: number,
): Promise<ProducerOrderFacts[]> {
  return facts(
    sql()`o.producer_id = ${producerId} AND o.has_parcel AND o.shipped_at IS NULL
      AND o.cancelled_at IS NULL`,
    sql()`ORDER BY p.placed_at, o.order_id LIMIT ${limit}`,
  );
}

/** One order of this producer, or null: another producer's order does not exist here. */
export async function producerOrderFacts(
  producerId: string,
  orderId: string,
): Promise<ProducerOrderFacts | null> {
  const [order] = await facts(
    sql()`o.producer_id = ${producerId} AND o.order_id = ${orderId}`,
    sql()`LIMIT 1`,
  );
  return order ?? null;
}

/** Orders by what has to be done with them, and cash that is on its way (whole đồng). */
export interface ProducerOrderCounts {
  to_confirm: number;
  to_pack: number;
  to_ship: number;
  /** Not taken at the door and not back yet. */
  refused: number;
  due_vnd: number;
}

/**
 * What waits for the producer, and the cash that carriers still owe it for parcels on their way:
 * what visits of the same orders cost is paid at the village.
 */
export async function producerOrderCounts(producerId: string): Promise<ProducerOrderCounts> {
  const [row] = await sql()<ProducerOrderCounts[]>`
    SELECT count(*) FILTER (WHERE progress = 'to_confirm')::int AS to_confirm,
      count(*) FILTER (WHERE progress = 'to_pack')::int AS to_pack,
      count(*) FILTER (WHERE progress = 'to_ship')::int AS to_ship,
      count(*) FILTER (WHERE progress = 'refused')::int AS refused,
      coalesce(sum(due_vnd) FILTER (WHERE progress = 'shipped'), 0)::float8 AS due_vnd
    FROM (
      SELECT ${progress()} AS progress, o.due_vnd - coalesce((
        SELECT sum(b.due_vnd) FROM booking.booking b
        WHERE b.order_id = o.order_id AND b.no_show_at IS NULL
      ), 0) AS due_vnd
      FROM purchase.purchase_order o
      JOIN purchase.purchase p ON p.id = o.purchase_id AND p.status = 'placed'
      WHERE o.producer_id = ${producerId} AND o.delivered_at IS NULL AND o.cancelled_at IS NULL
    ) open_orders`;
  return row ?? { to_confirm: 0, to_pack: 0, to_ship: 0, refused: 0, due_vnd: 0 };
}

/** Parcels of an order that were not cancelled, with their numbers; the carrier is in metadata. */
export async function orderTracking(
  orderId: string,
): Promise<{ number: string; carrier: string | null }[]> {
  return sql()<{ number: string; carrier: string | null }[]>`
    SELECT label.tracking_number AS number, nullif(f.metadata->>'carrier', '') AS carrier
    FROM order_fulfillment link
    JOIN fulfillment f ON f.id = link.fulfillment_id AND f.canceled_at IS NULL
      AND f.deleted_at IS NULL
    JOIN fulfillment_label label ON label.fulfillment_id = f.id AND label.deleted_at IS NULL
    WHERE link.order_id = ${orderId} AND link.deleted_at IS NULL
    ORDER BY label.created_at, label.id`;
}
