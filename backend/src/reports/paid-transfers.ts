import { sql } from "../lib/sql";

/**
 * Awaiting purchases whose transfer has come in full and that nobody works on, oldest first: whoever
 * recorded the money died before completing them. At most 100.
 */
export async function paidAndWaiting(): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    SELECT p.id FROM purchase.purchase p
    JOIN vietqr.request r ON r.purchase_id = p.id AND r.status = 'paid'
    WHERE p.status = 'awaiting' AND COALESCE(p.lease_until < now(), true)
    ORDER BY p.created_at LIMIT 100`;
  return rows.map(({ id }) => id);
}
