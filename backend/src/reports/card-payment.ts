import { sql } from "../lib/sql";

/** Stripe's id of the payment of a purchase, the newest; null when no card was asked for. */
export async function cardPaymentOf(purchase_id: string): Promise<string | null> {
  const [row] = await sql()<{ payment_intent: string | null }[]>`
    SELECT s.data ->> 'payment_intent' AS payment_intent FROM purchase.purchase p
    JOIN public.payment_session s
      ON s.payment_collection_id = p.payment_collection_id AND s.deleted_at IS NULL
    WHERE p.id = ${purchase_id} AND p.payment = 'stripe' ORDER BY s.created_at DESC LIMIT 1`;
  return row?.payment_intent ?? null;
}
