import { PAY_MINUTES } from "@cho-lang/shared/domain/payment";
import { sql } from "drizzle-orm";
import { db } from "../../lib/sql";
import { purchase } from "./tables";

/**
 * Minutes after which the provider of an awaiting card purchase is asked of our own accord: its
 * webhook may be lost and the buyer's tab closed. A transfer's money is in our own rows.
 */
const LOOK_MINUTES = [1, 3, 8, 15] as const;

/** Most purchases that one run of the job asks about. */
const BATCH = 50;

const beforeTheEnd = sql.raw(LOOK_MINUTES.map((minutes) => PAY_MINUTES - minutes).join());

/** When the next look is due, counted from the begin of the waiting; null after the last one. */
export const nextLook = sql`(SELECT min(look) FROM (
    SELECT ${purchase.pay_until} - before * interval '1 minute' AS look
    FROM unnest(ARRAY[${beforeTheEnd}]) before) looks
  WHERE look > now() AND ${purchase.payment} = 'stripe')`;

/**
 * Takes the looks that are due and sets the next ones: of any number of workers that come at the
 * same moment each look goes to one. A worker that dies with one loses it, and the next follows.
 */
export async function takeLooks(): Promise<string[]> {
  const due = sql`SELECT id FROM purchase.purchase
    WHERE status = 'awaiting' AND paid_at IS NULL AND given_up IS NULL AND next_look_at <= now()
    ORDER BY next_look_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const rows = await db()
    .update(purchase)
    .set({ next_look_at: nextLook })
    .where(sql`${purchase.id} IN (${due})`)
    .returning({ id: purchase.id });
  return rows.map(({ id }) => id);
}
