import type { OrderStamps } from "@cho-lang/shared/domain/order-progress";
import type {
  RequestKind,
  RequestReason,
  RequestState,
} from "@cho-lang/shared/domain/refund-request";
import type postgres from "postgres";
import { sql } from "../lib/sql";
import { containing } from "./containing";
import { withInstants } from "./instants";

/** A request with its order, buyer and producer. Amounts are whole đồng. */
export interface RequestFacts extends OrderStamps {
  id: string;
  number: string;
  kind: RequestKind;
  state: RequestState;
  reason: RequestReason;
  text: string;
  is_whole: boolean;
  amount_vnd: number;
  granted_vnd: number | null;
  asked_at: Date;
  answer_by: Date;
  answer_deed: "accept" | "decline" | null;
  answer_text: string | null;
  answered_at: Date | null;
  decision_deed: "grant" | "refuse" | null;
  decision_text: string | null;
  decided_at: Date | null;
  send_back_by: Date | null;
  received_at: Date | null;
  refunded_at: Date | null;
  failure: string | null;
  payee_bank_bin: string | null;
  payee_account: string | null;
  payee_name: string | null;
  order_id: string;
  order_number: string;
  total_vnd: number;
  collected_vnd: number;
  purchase_id: string;
  purchase_number: string;
  full_name: string;
  phone: string;
  email: string;
  province_code: string;
  producer_id: string;
  producer_name: string;
  producer_phone: string | null;
  lines: {
    title_vi: string;
    title_en: string;
    /** Empty for a visit: it is one for its whole party, whatever a single price is for. */
    unit_vi: string;
    unit_en: string;
    quantity: number;
    total_vnd: number;
  }[];
  photos: { id: string; width: number; height: number }[];
}

type Range = { limit: number; offset: number };

const INSTANTS = [
  "asked_at",
  "answer_by",
  "answered_at",
  "decided_at",
  "send_back_by",
  "received_at",
  "refunded_at",
  "confirmed_at",
  "packed_at",
  "shipped_at",
  "delivered_at",
  "refused_at",
  "returned_at",
  "cancelled_at",
] as const satisfies readonly (keyof RequestFacts)[];

async function facts(
  condition: postgres.Fragment,
  rest: postgres.Fragment,
): Promise<RequestFacts[]> {
  const rows = await sql()<RequestFacts[]>`
    SELECT r.id, r.number, r.kind, r.state, r.reason, r.text, r.is_whole, r.amount_vnd::float8,
      r.granted_vnd::float8, r.asked_at, r.answer_by, r.answer_deed, r.answer_text, r.answered_at,
      r.decision_deed, r.decision_text, r.decided_at, r.send_back_by, r.received_at,
      r.refunded_at, r.failure, r.payee_bank_bin, r.payee_account, r.payee_name,
      o.order_id, o.number AS order_number, o.total_vnd::float8, o.collected_vnd::float8,
      o.has_parcel, o.confirmed_at, o.packed_at, o.shipped_at, o.delivered_at, o.refused_at,
      o.returned_at, o.cancelled_at,
      p.id AS purchase_id, p.number AS purchase_number, p.full_name, p.phone, p.email,
      p.province_code, pr.id AS producer_id, pr.name AS producer_name, pr.phone AS producer_phone,
      coalesce(l.lines, '[]'::jsonb) AS lines, coalesce(f.photos, '[]'::jsonb) AS photos
    FROM refund_request.request r
    JOIN purchase.purchase_order o ON o.order_id = r.order_id
    JOIN purchase.purchase p ON p.id = o.purchase_id
    JOIN producer pr ON pr.id = r.producer_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('title_vi', s.title_vi, 'title_en', s.title_en,
        'unit_vi', CASE WHEN n.is_visit THEN '' ELSE s.unit_vi END,
        'unit_en', CASE WHEN n.is_visit THEN '' ELSE s.unit_en END, 'quantity', n.quantity,
        'total_vnd', n.total_vnd) ORDER BY s.position) AS lines
      FROM refund_request.request_line n
      JOIN purchase.order_line_snapshot s
        ON s.order_id = r.order_id AND s.line_item_id = n.line_item_id
      WHERE n.request_id = r.id
    ) l ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', i.id, 'width', i.width, 'height', i.height)
        ORDER BY i.position, i.id) AS photos
      FROM refund_request.photo i WHERE i.request_id = r.id
    ) f ON true
    WHERE ${condition} ${rest}`;
  return rows.map((row) => withInstants(row, INSTANTS));
}

/** The requests of one order, the newest first. */
export async function requestsOfOrder(orderId: string): Promise<RequestFacts[]> {
  return facts(sql()`r.order_id = ${orderId}`, sql()`ORDER BY r.asked_at DESC, r.id LIMIT 100`);
}

/** Numbers and states of the requests of some orders, the newest first. */
export async function requestStates(
  orderIds: string[],
): Promise<{ order_id: string; number: string; state: RequestState }[]> {
  return sql()<{ order_id: string; number: string; state: RequestState }[]>`
    SELECT order_id, number, state FROM refund_request.request
    WHERE order_id = ANY(${orderIds}) ORDER BY asked_at DESC, id`;
}

/** States in which a request waits for its producer. */
const waits = () => sql()`r.state IN ('open', 'to_send_back')`;

/** How many requests wait for a producer's answer or for its goods. */
export async function producerRequestsWaiting(producerId: string): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`SELECT count(*)::int AS count
    FROM refund_request.request r WHERE r.producer_id = ${producerId} AND ${waits()}`;
  return row?.count ?? 0;
}

/**
 * One page of a producer's requests: those that wait for its answer first, the one whose time ends
 * soonest at the top, then those whose goods are coming, then the newest of the others.
 */
export async function producerRequestPage(
  producerId: string,
  only: "waiting" | "all",
  range: Range,
): Promise<{ count: number; waiting: number; rows: RequestFacts[] }> {
  const own = sql()`r.producer_id = ${producerId}`;
  const condition = only === "waiting" ? sql()`${own} AND ${waits()}` : own;
  const [rows, counted, waiting] = await Promise.all([
    facts(
      condition,
      sql()`ORDER BY CASE r.state WHEN 'open' THEN 0 WHEN 'to_send_back' THEN 1 ELSE 2 END,
        CASE r.state WHEN 'open' THEN r.answer_by WHEN 'to_send_back' THEN r.send_back_by END,
        r.asked_at DESC, r.id LIMIT ${range.limit} OFFSET ${range.offset}`,
    ),
    sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM refund_request.request r WHERE ${condition}`,
    producerRequestsWaiting(producerId),
  ]);
  return { count: counted[0]?.count ?? 0, waiting, rows };
}

/** One request of this producer, or null: another producer's does not exist here. */
export async function producerRequest(
  producerId: string,
  id: string,
): Promise<RequestFacts | null> {
  const [row] = await facts(sql()`r.producer_id = ${producerId} AND r.id = ${id}`, sql()`LIMIT 1`);
  return row ?? null;
}

/** One page of all requests, the oldest first; `q` is a part of a number, phone or e-mail. */
export async function operatorRequestPage(
  filter: { state?: RequestState | undefined; q?: string | undefined },
  range: Range,
): Promise<{ count: number; rows: RequestFacts[] }> {
  const { state, q } = filter;
  const none = sql()``;
  const condition = sql()`true
    ${state ? sql()`AND r.state = ${state}` : none}
    ${
      q
        ? sql()`AND (r.number ILIKE ${containing(q)} OR p.email ILIKE ${containing(q)}
            OR p.phone LIKE ${containing(q.replace(/[\s.]/g, "").replace(/^0/, "+84"))})`
        : none
    }`;
  const [rows, counted] = await Promise.all([
    facts(condition, sql()`ORDER BY r.asked_at, r.id LIMIT ${range.limit} OFFSET ${range.offset}`),
    sql()<{ count: number }[]>`SELECT count(*)::int AS count FROM refund_request.request r
      JOIN purchase.purchase p ON p.id = r.purchase_id WHERE ${condition}`,
  ]);
  return { count: counted[0]?.count ?? 0, rows };
}

/** One request; null for an unknown one. */
export async function operatorRequest(id: string): Promise<RequestFacts | null> {
  const [row] = await facts(sql()`r.id = ${id}`, sql()`LIMIT 1`);
  return row ?? null;
}

/** The file of a request's photo; null when the photo is not this request's. */
export async function photoFileOf(of: { request_id: string; photo_id: string }) {
  const [row] = await sql()<{ file_id: string }[]>`SELECT file_id FROM refund_request.photo
    WHERE id = ${of.photo_id} AND request_id = ${of.request_id}`;
  return row?.file_id ?? null;
}
