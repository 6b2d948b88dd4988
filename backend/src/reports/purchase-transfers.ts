import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** A request for the money of a purchase, and what came for it. Amounts are whole đồng. */
export interface RequestFacts {
  code: string;
  /** `closed`: given up unpaid; `returned`: paid, but the purchase could not be made. */
  status: "open" | "paid" | "closed" | "returned";
  amount_vnd: number;
  received_vnd: number;
  expires_at: Date;
  created_at: Date;
  paid_at: Date | null;
  closed_at: Date | null;
  /** Oldest first; `given_vnd` of each pays the request now, the rest is or was in suspense. */
  transfers: {
    bank_id: string;
    amount_vnd: number;
    given_vnd: number;
    content: string;
    source: "sepay" | "casso" | "statement";
    /** ISO 8601. */
    occurred_at: string;
  }[];
}

/** What a purchase was asked to pay by transfer and what came for it, newest request first. */
export async function transfersOfPurchase(purchase_id: string): Promise<RequestFacts[]> {
  const rows = await sql()<RequestFacts[]>`
    SELECT r.code, r.status, r.amount_vnd::float8, r.received_vnd::float8, r.expires_at,
      r.created_at, r.paid_at, r.closed_at,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('bank_id', t.bank_id, 'amount_vnd', t.amount_vnd,
            'given_vnd', coalesce(a.given_vnd, 0), 'content', t.content, 'source', t.source,
            'occurred_at', to_char(t.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          ORDER BY t.recorded_at, t.id)
        FROM vietqr.bank_transfer t
        LEFT JOIN LATERAL (
          SELECT sum(given.amount_vnd) AS given_vnd FROM vietqr.allocation given
          WHERE given.transfer_id = t.id AND given.request_code = r.code
            AND given.released_at IS NULL) a ON true
        WHERE t.request_code = r.code OR a.given_vnd > 0), '[]') AS transfers
    FROM vietqr.request r WHERE r.purchase_id = ${purchase_id}
    ORDER BY r.created_at DESC, r.code`;
  return rows.map((row) => withInstants(row, ["expires_at", "created_at", "paid_at", "closed_at"]));
}
