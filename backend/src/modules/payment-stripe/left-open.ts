import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "../../lib/sql";
import { leftOpen, type StripeLeftOpen } from "./tables";

/** Most payments that one run of the job closes. */
const BATCH = 20;

/**
 * Notes payments whose purchase is given up without asking Stripe, because no key is set. From then
 * on the provider lets go of them; with the key back `selectLeftOpen` names them. A repeat changes
 * nothing.
 */
export async function noteLeftOpen(
  rows: Pick<StripeLeftOpen, "payment_intent" | "purchase_id" | "amount_vnd">[],
): Promise<void> {
  if (rows.length > 0) await db().insert(leftOpen).values(rows).onConflictDoNothing();
}

/** Whether a payment was noted so and Stripe has not been told yet. */
export async function isLeftOpen(payment_intent: string): Promise<boolean> {
  const rows = await db()
    .select({ id: leftOpen.payment_intent })
    .from(leftOpen)
    .where(and(eq(leftOpen.payment_intent, payment_intent), isNull(leftOpen.closed_at)));
  return rows.length === 1;
}

/** Some payments that Stripe is to be told of, by chance, so that one that fails keeps none waiting. */
export async function selectLeftOpen(): Promise<string[]> {
  const rows = await db()
    .select({ id: leftOpen.payment_intent })
    .from(leftOpen)
    .where(isNull(leftOpen.closed_at))
    .orderBy(sql`random()`)
    .limit(BATCH);
  return rows.map(({ id }) => id);
}

/** Stripe was told: its money went back, or its purchase goes on. */
export async function closeLeftOpen(payment_intent: string): Promise<void> {
  await db()
    .update(leftOpen)
    .set({ closed_at: sql`now()` })
    .where(and(eq(leftOpen.payment_intent, payment_intent), isNull(leftOpen.closed_at)));
}
