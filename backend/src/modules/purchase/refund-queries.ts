import { and, asc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import { db, type Transaction } from "../../lib/sql";
import { type OrderRefund, orderRefund } from "./refund-tables";
import { type PurchaseOrder, purchaseOrder } from "./tables";

/** Most rows that one run of the job takes up. */
const MOST_ROWS = 100;

/** Locks an order until the transaction ends: refunds of one order are begun one after another. */
export async function lockOrder(tx: Transaction, order_id: string): Promise<PurchaseOrder | null> {
  const [row] = await tx
    .select()
    .from(purchaseOrder)
    .where(eq(purchaseOrder.order_id, order_id))
    .for("update");
  return row ?? null;
}

/** The order whose own payment lies in a collection; null for the purchase's and others. */
export async function selectOrderOfPayment(
  payment_collection_id: string,
): Promise<PurchaseOrder | null> {
  const [row] = await db()
    .select()
    .from(purchaseOrder)
    .where(eq(purchaseOrder.payment_collection_id, payment_collection_id));
  return row ?? null;
}

/** The refund of a key; null when it was never begun. */
export async function selectRefund(
  key: string,
  tx: Transaction | ReturnType<typeof db> = db(),
): Promise<OrderRefund | null> {
  const [row] = await tx.select().from(orderRefund).where(eq(orderRefund.key, key));
  return row ?? null;
}

/** Refunds of an order, oldest first. */
export async function selectRefundsOf(order_id: string): Promise<OrderRefund[]> {
  return db()
    .select()
    .from(orderRefund)
    .where(eq(orderRefund.order_id, order_id))
    .orderBy(asc(orderRefund.created_at), asc(orderRefund.key));
}

/** What other refunds of an order, that are not done, will still take. Under `lockOrder`. */
export async function sumBegun(
  tx: Transaction,
  of: { order_id: string; except_key: string },
): Promise<number> {
  const [row] = await tx
    .select({ sum: sql<string>`COALESCE(sum(${orderRefund.amount_vnd}), 0)` })
    .from(orderRefund)
    .where(
      and(
        eq(orderRefund.order_id, of.order_id),
        eq(orderRefund.state, "begun"),
        ne(orderRefund.key, of.except_key),
      ),
    );
  return Number(row?.sum ?? 0);
}

/** Adds a refund. Under `lockOrder`; the key is unique. */
export async function insertRefund(
  tx: Transaction,
  row: Pick<
    OrderRefund,
    | "key"
    | "order_id"
    | "amount_vnd"
    | "goods"
    | "is_sound"
    | "payee"
    | "note"
    | "actor_id"
    | "owed_vnd"
  >,
): Promise<OrderRefund> {
  const values = { ...row, retry_at: sql`now() + interval '1 minute'` };
  const [stored] = await tx.insert(orderRefund).values(values).returning();
  if (!stored) throw new Error(`Refund ${row.key} was not stored.`);
  return stored;
}

/**
 * Takes the right to move an order's money for one refund; false while somebody else has it for any
 * refund of the order. Under `lockOrder`.
 */
export async function takeRefundLease(
  tx: Transaction,
  lease: { key: string; order_id: string; token: string; ms: number },
): Promise<boolean> {
  const [held] = await tx
    .select({ key: orderRefund.key })
    .from(orderRefund)
    .where(and(eq(orderRefund.order_id, lease.order_id), gt(orderRefund.lease_until, sql`now()`)))
    .limit(1);
  if (held) return false;
  await tx
    .update(orderRefund)
    .set({
      lease_token: lease.token,
      lease_until: sql`now() + ${`${lease.ms} milliseconds`}::interval`,
    })
    .where(eq(orderRefund.key, lease.key));
  return true;
}

/** Changes a refund for whoever has its lease; false when the lease is another's. */
export async function updateLeased(
  lease: { key: string; token: string },
  change: Partial<Pick<OrderRefund, "return_id" | "refund_id">>,
  ms: number,
): Promise<boolean> {
  const rows = await db()
    .update(orderRefund)
    .set({ ...change, lease_until: sql`now() + ${`${ms} milliseconds`}::interval` })
    .where(and(eq(orderRefund.key, lease.key), eq(orderRefund.lease_token, lease.token)))
    .returning({ key: orderRefund.key });
  return rows.length === 1;
}

/** Ends a refund for whoever has its lease; false when the lease is another's. */
export async function closeRefund(lease: { key: string; token: string }): Promise<boolean> {
  const rows = await db()
    .update(orderRefund)
    .set({
      state: "done",
      done_at: sql`now()`,
      failure: null,
      lease_token: null,
      lease_until: null,
    })
    .where(and(eq(orderRefund.key, lease.key), eq(orderRefund.lease_token, lease.token)))
    .returning({ key: orderRefund.key });
  return rows.length === 1;
}

/** Notes why a refund could not be finished now; the pause doubles with each try, up to an hour. */
export async function noteRefundFailure(
  lease: { key: string; token: string },
  failure: string,
): Promise<void> {
  await db()
    .update(orderRefund)
    .set({
      failure,
      tries: sql`${orderRefund.tries} + 1`,
      retry_at: sql`now() + LEAST(interval '30 seconds' * power(2, LEAST(${orderRefund.tries}, 10)),
        interval '1 hour')`,
      lease_token: null,
      lease_until: null,
    })
    .where(and(eq(orderRefund.key, lease.key), eq(orderRefund.lease_token, lease.token)));
}

/** Refunds that nobody finishes, the oldest first, at most 100. */
export async function selectUnfinished(): Promise<OrderRefund[]> {
  return db()
    .select()
    .from(orderRefund)
    .where(
      and(
        eq(orderRefund.state, "begun"),
        lt(orderRefund.retry_at, sql`now()`),
        or(isNull(orderRefund.lease_until), lt(orderRefund.lease_until, sql`now()`)),
      ),
    )
    .orderBy(asc(orderRefund.retry_at))
    .limit(MOST_ROWS);
}
