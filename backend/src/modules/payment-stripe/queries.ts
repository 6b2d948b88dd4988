import { and, desc, eq, lte, or } from "drizzle-orm";
import { db } from "../../lib/sql";
import { dispute, refund, type StripeDispute, type StripeRefund } from "./tables";

/** Most rows of one answer. */
const MOST_ROWS = 200;

/** Notes a dispute as Stripe told it at `read_at`; an older reading changes nothing. */
export async function upsertDispute(row: StripeDispute): Promise<void> {
  const { id, ...rest } = row;
  await db()
    .insert(dispute)
    .values({ id, ...rest })
    .onConflictDoUpdate({
      target: dispute.id,
      set: rest,
      setWhere: lte(dispute.read_at, row.read_at),
    });
}

/** Notes a refund as Stripe told it at `read_at`; an older reading changes nothing. */
export async function upsertRefund(row: StripeRefund): Promise<void> {
  const { id, ...rest } = row;
  await db()
    .insert(refund)
    .values({ id, ...rest })
    .onConflictDoUpdate({
      target: refund.id,
      set: rest,
      setWhere: lte(refund.read_at, row.read_at),
    });
}

/** Disputes, the newest first, at most 200; of one purchase when it is named. */
export async function selectDisputes(purchase_id?: string): Promise<StripeDispute[]> {
  return db()
    .select()
    .from(dispute)
    .where(purchase_id === undefined ? undefined : eq(dispute.purchase_id, purchase_id))
    .orderBy(desc(dispute.opened_at))
    .limit(MOST_ROWS);
}

/**
 * Refunds that our own books do not tell: made in Stripe's dashboard, or ours that failed. The
 * newest first, at most 200; of one purchase when it is named.
 */
export async function selectRefundDifferences(purchase_id?: string): Promise<StripeRefund[]> {
  const isDifference = or(
    eq(refund.is_ours, false),
    eq(refund.status, "failed"),
    eq(refund.status, "canceled"),
  );
  const isWanted = purchase_id === undefined ? undefined : eq(refund.purchase_id, purchase_id);
  return db()
    .select()
    .from(refund)
    .where(and(isDifference, isWanted))
    .orderBy(desc(refund.made_at))
    .limit(MOST_ROWS);
}
