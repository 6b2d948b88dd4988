import { sql } from "../lib/sql";

/** Most payments of one answer. */
const MOST_ROWS = 100;
/**
 * Refunds are looked after for so long: the job must not read all that there ever were. Older ones
 * that nobody could settle are named by payments:check.
 */
const LOOKED_AFTER_DAYS = 30;
const lookedAfter = () => sql()`now() - ${LOOKED_AFTER_DAYS} * interval '1 day'`;

/** A refund of Medusa's whose provider never answered: whoever asked for it died meanwhile. */
export interface UnansweredRefund {
  payment_id: string;
  refund_id: string;
  order_id: string;
}

/**
 * Payments of orders of which Medusa has given back more than their purchases tell, or cash that no
 * transfer gives back; of the last 30 days, and older than a minute. At most 100.
 */
export async function untoldPayments(): Promise<string[]> {
  const rows = await sql()<{ payment_id: string }[]>`
    SELECT y.id AS payment_id FROM (
      SELECT DISTINCT payment_id FROM public.refund
      WHERE deleted_at IS NULL AND created_at > ${lookedAfter()}
    ) recent
    JOIN public.refund f ON f.payment_id = recent.payment_id
    JOIN public.payment y ON y.id = f.payment_id
    JOIN purchase.purchase_order o ON o.payment_collection_id = y.payment_collection_id
    WHERE f.deleted_at IS NULL AND f.created_at < now() - interval '1 minute'
    GROUP BY y.id, o.order_id
    HAVING sum(f.amount) > o.refunded_vnd
      OR (y.provider_id = 'pp_cod_cod' AND sum(f.amount) > (
        SELECT COALESCE(sum(d.amount_vnd), 0) FROM vietqr.refund_due d
        WHERE d.cash_order_id = o.order_id AND d.status <> 'void'))
    ORDER BY min(f.created_at) LIMIT ${MOST_ROWS}`;
  return rows.map(({ payment_id }) => payment_id);
}

/**
 * Refunds that were asked for in Medusa over ten minutes ago, in the last 30 days, and that the
 * payment's data does not tell of. Those of our own keys are finished by their rows. At most 100.
 */
export async function unansweredRefunds(): Promise<UnansweredRefund[]> {
  return sql()<UnansweredRefund[]>`
    SELECT y.id AS payment_id, f.id AS refund_id, o.order_id FROM public.refund f
    JOIN public.payment y ON y.id = f.payment_id
    JOIN purchase.purchase_order o ON o.payment_collection_id = y.payment_collection_id
    WHERE f.deleted_at IS NULL AND f.created_at < now() - interval '10 minutes'
      AND f.created_at > ${lookedAfter()}
      AND NOT EXISTS (SELECT FROM purchase.order_refund r
        WHERE r.key = f.metadata ->> 'refund_key' AND r.state = 'begun')
      AND NOT jsonb_path_exists(y.data, '$.refunds[*] ? (@.refund_id == $id)',
        jsonb_build_object('id', f.id))
    ORDER BY f.created_at LIMIT ${MOST_ROWS}`;
}
