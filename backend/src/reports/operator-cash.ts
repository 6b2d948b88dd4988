import type { CashDeed } from "@cho-lang/shared/domain/purchase";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** Cash that did not come with a delivered parcel; amounts are whole đồng. */
export interface CashDifferenceFacts {
  id: string;
  expected_vnd: number;
  missing_vnd: number;
  created_at: Date;
  note: string;
  reported_by: string;
  order_id: string;
  order_number: string;
  purchase_id: string;
  purchase_number: string;
  full_name: string;
  phone: string;
  producer_id: string;
  producer_name: string;
  deed: CashDeed | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolve_note: string | null;
}

/**
 * One page of cash that did not come with parcels, and how much fits the filter in all: open ones
 * oldest first, those that were dealt with newest first.
 */
export async function cashDifferencePage(
  filter: { state?: "open" | "resolved"; id?: string },
  range: { limit: number; offset: number },
): Promise<{ count: number; sum_vnd: number; rows: CashDifferenceFacts[] }> {
  const { state, id } = filter;
  const none = sql()``;
  const where = sql()`true
    ${state === "open" ? sql()`AND d.deed IS NULL` : none}
    ${state === "resolved" ? sql()`AND d.deed IS NOT NULL` : none}
    ${id === undefined ? none : sql()`AND d.id = ${id}`}`;
  const order = state === "resolved" ? sql()`d.resolved_at DESC` : sql()`d.created_at`;
  const [rows, totals] = await Promise.all([
    sql()<CashDifferenceFacts[]>`
      SELECT d.id, d.expected_vnd::float8, d.missing_vnd::float8, d.created_at, d.note,
        COALESCE(m.name, d.reported_by) AS reported_by, o.order_id, o.number AS order_number,
        p.id AS purchase_id, p.number AS purchase_number, p.full_name, p.phone, o.producer_id,
        pr.name AS producer_name, d.deed, d.resolved_at, d.resolve_note,
        COALESCE((SELECT COALESCE(NULLIF(concat_ws(' ', u.last_name, u.first_name), ''), u.email)
          FROM public."user" u WHERE u.id = d.resolved_by), d.resolved_by) AS resolved_by
      FROM purchase.cash_difference d
      JOIN purchase.purchase_order o ON o.order_id = d.order_id
      JOIN purchase.purchase p ON p.id = o.purchase_id
      JOIN public.producer pr ON pr.id = o.producer_id
      LEFT JOIN public.producer_member m ON m.id = d.reported_by
      WHERE ${where} ORDER BY ${order}, d.id LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number; sum_vnd: number }[]>`
      SELECT count(*)::int AS count, COALESCE(sum(d.missing_vnd), 0)::float8 AS sum_vnd
      FROM purchase.cash_difference d WHERE ${where}`,
  ]);
  return {
    count: totals[0]?.count ?? 0,
    sum_vnd: totals[0]?.sum_vnd ?? 0,
    rows: rows.map((row) => withInstants(row, ["created_at", "resolved_at"])),
  };
}
