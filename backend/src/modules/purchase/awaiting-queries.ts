import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "../../lib/sql";
import { nextLook } from "./looks";
import { isHeldBy } from "./queries";
import { purchase } from "./tables";

type Lease = { purchase_id: string; token: string };

/** Purchases that one run of the job looks at. */
const batch = 100;

/**
 * Lets go of a prepaid purchase that waits for its money, and says when its provider is asked next;
 * false when the lease was lost.
 */
export async function parkPurchase(lease: Lease): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({
      status: "awaiting",
      lease_token: null,
      lease_until: null,
      next_look_at: sql`COALESCE(${purchase.next_look_at}, ${nextLook})`,
    })
    .where(isHeldBy(lease))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/** Notes that all of the money is there. From here on the purchase waits only for its orders. */
export async function setPaid(lease: Lease): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({ status: "awaiting", paid_at: sql`COALESCE(${purchase.paid_at}, now())` })
    .where(isHeldBy(lease))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/**
 * Notes why an awaiting purchase could not be made. Trouble begins only once the money is there; a
 * refusal for good stays one.
 */
export async function noteFailure(
  lease: Lease,
  failure: { code: string; is_hopeless: boolean },
): Promise<void> {
  await db()
    .update(purchase)
    .set({
      failure: failure.code,
      is_hopeless: sql`${purchase.is_hopeless} OR ${failure.is_hopeless}`,
      trouble_since: sql`CASE WHEN ${purchase.paid_at} IS NULL THEN NULL
        ELSE COALESCE(${purchase.trouble_since}, now()) END`,
    })
    .where(and(isHeldBy(lease), eq(purchase.status, "awaiting")));
}

/** Says, or unsays, that an awaiting purchase is being given up; false when the lease was lost. */
export async function setGivenUp(lease: Lease, reason: string | null): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({ given_up: reason })
    .where(and(isHeldBy(lease), eq(purchase.status, "awaiting")))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/**
 * Purchases of some ways to pay that nobody works on and that something is to be done about: the time to pay is over,
 * the money is there, giving up was begun, or a worker died over it a minute ago. Paid ones first,
 * the others by chance, so that many that cannot be ended now (their provider is away) do not keep
 * those behind them from their turn.
 */
export async function selectUnsettled(methods: PaymentMethod[]): Promise<string[]> {
  const isFree = or(isNull(purchase.lease_until), lt(purchase.lease_until, sql`now()`));
  const isDue = or(
    lt(purchase.pay_until, sql`now()`),
    isNotNull(purchase.paid_at),
    isNotNull(purchase.given_up),
  );
  const hasDied = lt(purchase.lease_until, sql`now() - interval '1 minute'`);
  const rows = await db()
    .select({ id: purchase.id })
    .from(purchase)
    .where(
      and(
        inArray(purchase.status, ["creating", "awaiting"]),
        inArray(purchase.payment, methods),
        or(hasDied, and(eq(purchase.status, "awaiting"), isFree, isDue)),
      ),
    )
    .orderBy(sql`${purchase.paid_at} IS NULL`, sql`random()`)
    .limit(batch);
  return rows.map(({ id }) => id);
}

/** Notes that the mail how to pay was written; only the first call returns true. */
export async function markTold(purchase_id: string): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({ told_at: sql`now()` })
    .where(and(eq(purchase.id, purchase_id), isNull(purchase.told_at)))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/** Awaiting purchases whose buyer was not told how to pay within a minute, oldest first. */
export async function selectUntold(): Promise<string[]> {
  const rows = await db()
    .select({ id: purchase.id })
    .from(purchase)
    .where(
      and(
        eq(purchase.status, "awaiting"),
        isNull(purchase.told_at),
        isNull(purchase.paid_at),
        lt(purchase.created_at, sql`now() - interval '1 minute'`),
      ),
    )
    .orderBy(asc(purchase.created_at))
    .limit(batch);
  return rows.map(({ id }) => id);
}
