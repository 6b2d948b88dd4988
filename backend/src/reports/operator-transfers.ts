import type { SuspenseReason } from "@cho-lang/shared/domain/payment";
import type { PurchaseStatus } from "@cho-lang/shared/domain/purchase";
import type {
  RefundState,
  SuspenseResolution,
  TransferSource,
} from "@cho-lang/shared/domain/transfer";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** Money in suspense with its transfer; amounts are whole đồng. */
export interface SuspenseFacts {
  id: string;
  amount_vnd: number;
  reason: SuspenseReason;
  created_at: Date;
  bank_id: string;
  account_number: string;
  transfer_vnd: number;
  content: string;
  occurred_at: Date;
  source: TransferSource;
  sender_bank_bin: string | null;
  sender_account: string | null;
  sender_name: string | null;
  /** What the text of the transfer names. */
  purchase_id: string | null;
  purchase_number: string | null;
  purchase_status: PurchaseStatus | null;
  resolution: SuspenseResolution | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  note: string | null;
  paid_to_id: string | null;
  paid_to_number: string | null;
  refund_id: string | null;
  refund_status: RefundState | null;
}

/** A transfer that the operator has to make or has made. */
export interface RefundFacts {
  id: string;
  amount_vnd: number;
  status: RefundState;
  created_at: Date;
  payee_bank_bin: string | null;
  payee_account: string | null;
  payee_name: string | null;
  order_id: string | null;
  order_number: string | null;
  suspense_id: string | null;
  /** Of the transfer that lay in suspense, as the bank calls it. */
  bank_id: string | null;
  purchase_id: string | null;
  purchase_number: string | null;
  bank_reference: string | null;
  sent_at: Date | null;
  sent_by: string | null;
}

interface CandidateFacts {
  id: string;
  number: string;
  missing_vnd: number;
  full_name: string;
  pay_until: Date;
}

interface Page<Row> {
  count: number;
  sum_vnd: number;
  rows: Row[];
}

type Range = { limit: number; offset: number };

/** Most purchases that are offered for one entry. */
const CANDIDATES = 5;

/** False while no transfer has ever come. */
export async function hasTransfers(): Promise<boolean> {
  const [row] = await sql()<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM vietqr.bank_transfer) AS has`;
  return row?.has === true;
}

/** The operator's name, else the e-mail, else the id. */
const nameOf = (column: "s.resolved_by" | "r.sent_by") => {
  const id = sql().unsafe(column);
  return sql()`(SELECT COALESCE(NULLIF(concat_ws(' ', u.last_name, u.first_name), ''), u.email)
    FROM public."user" u WHERE u.id = ${id})`;
};

/**
 * One page of money in suspense, and how much fits the filter in all: open ones oldest first, those
 * that were dealt with newest first.
 */
export async function suspensePage(
  filter: { state?: "open" | "resolved"; reason?: SuspenseReason | undefined; id?: string },
  range: Range,
): Promise<Page<SuspenseFacts>> {
  const { state, reason, id } = filter;
  const none = sql()``;
  const where = sql()`true
    ${state === "open" ? sql()`AND s.resolution IS NULL` : none}
    ${state === "resolved" ? sql()`AND s.resolution IS NOT NULL` : none}
    ${reason ? sql()`AND s.reason = ${reason}` : none}
    ${id ? sql()`AND s.id = ${id}` : none}`;
  const order = state === "resolved" ? sql()`s.resolved_at DESC` : sql()`s.created_at`;
  const [rows, totals] = await Promise.all([
    sql()<SuspenseFacts[]>`
      SELECT s.id, s.amount_vnd::float8, s.reason, s.created_at, t.bank_id, t.account_number,
        t.amount_vnd::float8 AS transfer_vnd, t.content, t.occurred_at, t.source,
        t.sender_bank_bin, t.sender_account, t.sender_name, q.purchase_id, q.purchase_number,
        p.status AS purchase_status, s.resolution, s.resolved_at, s.note,
        COALESCE(${nameOf("s.resolved_by")}, s.resolved_by) AS resolved_by,
        to_q.purchase_id AS paid_to_id, to_q.purchase_number AS paid_to_number,
        r.id AS refund_id, r.status AS refund_status
      FROM vietqr.suspense s
      JOIN vietqr.bank_transfer t ON t.id = s.transfer_id
      LEFT JOIN vietqr.request q ON q.code = s.request_code
      LEFT JOIN purchase.purchase p ON p.id = q.purchase_id
      LEFT JOIN vietqr.request to_q ON to_q.code = s.paid_to_code
      LEFT JOIN vietqr.refund_due r ON r.suspense_id = s.id
      WHERE ${where} ORDER BY ${order}, s.id LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number; sum_vnd: number }[]>`
      SELECT count(*)::int AS count, COALESCE(sum(s.amount_vnd), 0)::float8 AS sum_vnd
      FROM vietqr.suspense s WHERE ${where}`,
  ]);
  return {
    count: totals[0]?.count ?? 0,
    sum_vnd: totals[0]?.sum_vnd ?? 0,
    rows: rows.map((row) => withInstants(row, ["created_at", "occurred_at", "resolved_at"])),
  };
}

/** Awaiting purchases that still miss at least this much, at most 5; exact ones first. */
export async function candidatesFor(amount_vnd: number): Promise<CandidateFacts[]> {
  const rows = await sql()<CandidateFacts[]>`
    SELECT p.id, p.number, (q.amount_vnd - q.received_vnd)::float8 AS missing_vnd, p.full_name,
      p.pay_until
    FROM vietqr.request q JOIN purchase.purchase p ON p.id = q.purchase_id
    WHERE q.status = 'open' AND p.status = 'awaiting'
      AND q.amount_vnd - q.received_vnd >= ${amount_vnd}
    ORDER BY q.amount_vnd - q.received_vnd = ${amount_vnd} DESC, q.created_at DESC
    LIMIT ${CANDIDATES}`;
  return rows.map((row) => withInstants(row, ["pay_until"]));
}

/** One page of outgoing transfers: due ones oldest first, those that were sent newest first. */
export async function refundPage(
  filter: { state?: RefundState; id?: string; purchase_id?: string },
  range: Range,
): Promise<Page<RefundFacts>> {
  const { state, id, purchase_id } = filter;
  const none = sql()``;
  const from = sql()`vietqr.refund_due r
    LEFT JOIN purchase.purchase_order o ON o.order_id = COALESCE(r.order_id, r.cash_order_id)
    LEFT JOIN vietqr.suspense s ON s.id = r.suspense_id
    LEFT JOIN vietqr.request q ON q.code = s.request_code
    LEFT JOIN purchase.purchase p ON p.id = COALESCE(o.purchase_id, q.purchase_id)`;
  const where = sql()`true
    ${state ? sql()`AND r.status = ${state}` : none}
    ${id ? sql()`AND r.id = ${id}` : none}
    ${purchase_id ? sql()`AND p.id = ${purchase_id}` : none}`;
  const order = state === "sent" ? sql()`r.sent_at DESC` : sql()`r.created_at`;
  const [rows, totals] = await Promise.all([
    sql()<RefundFacts[]>`
      SELECT r.id, r.amount_vnd::float8, r.status, r.created_at, r.payee_bank_bin, r.payee_account,
        r.payee_name, o.order_id, o.number AS order_number, r.suspense_id, t.bank_id,
        p.id AS purchase_id, p.number AS purchase_number, r.bank_reference, r.sent_at,
        COALESCE(${nameOf("r.sent_by")}, r.sent_by) AS sent_by
      FROM ${from} LEFT JOIN vietqr.bank_transfer t ON t.id = s.transfer_id
      WHERE ${where} ORDER BY ${order}, r.id LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number; sum_vnd: number }[]>`
      SELECT count(*)::int AS count, COALESCE(sum(r.amount_vnd), 0)::float8 AS sum_vnd
      FROM ${from} WHERE ${where}`,
  ]);
  return {
    count: totals[0]?.count ?? 0,
    sum_vnd: totals[0]?.sum_vnd ?? 0,
    rows: rows.map((row) => withInstants(row, ["created_at", "sent_at"])),
  };
}
