import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../lib/sql";
import { type Part, part, type RefundDue, refundDue } from "./tables";

/** The parts of a request that are in force. */
export async function selectPartsOf(tx: Transaction, request_code: string): Promise<Part[]> {
  return tx
    .select()
    .from(part)
    .where(and(eq(part.request_code, request_code), isNull(part.canceled_at)));
}

/** Locks the part of an order until the transaction ends; null when it has none. */
export async function lockPart(tx: Transaction, order_id: string): Promise<Part | null> {
  const [row] = await tx.select().from(part).where(eq(part.order_id, order_id)).for("update");
  return row ?? null;
}

/** Adds the part of an order, or opens the one of an earlier attempt again. */
export async function putPart(
  tx: Transaction,
  row: Pick<Part, "order_id" | "session_id" | "request_code" | "amount_vnd">,
): Promise<void> {
  await tx
    .insert(part)
    .values(row)
    .onConflictDoUpdate({ target: part.order_id, set: { ...row, canceled_at: null } });
}

/** Takes the parts of a request out of force. */
export async function cancelParts(tx: Transaction, request_code: string): Promise<void> {
  await tx
    .update(part)
    .set({ canceled_at: sql`clock_timestamp()` })
    .where(and(eq(part.request_code, request_code), isNull(part.canceled_at)));
}

/** Takes one order's part out of force, if it still belongs to this session. */
export async function cancelPart(
  tx: Transaction,
  by: { order_id: string; session_id: string },
): Promise<void> {
  await tx
    .update(part)
    .set({ canceled_at: sql`clock_timestamp()` })
    .where(
      and(
        eq(part.order_id, by.order_id),
        eq(part.session_id, by.session_id),
        eq(part.refunded_vnd, 0),
        isNull(part.canceled_at),
      ),
    );
}

/** Adds to what is given back of a part; the table refuses more than the part. Under its lock. */
export async function addRefunded(
  tx: Transaction,
  order_id: string,
  amount_vnd: number,
): Promise<void> {
  await tx
    .update(part)
    .set({ refunded_vnd: sql`${part.refunded_vnd} + ${amount_vnd}::bigint` })
    .where(eq(part.order_id, order_id));
}

/** Locks all refunds of an order in the order in which they were asked for, void ones too. */
export async function lockRefunds(tx: Transaction, order_id: string): Promise<RefundDue[]> {
  return tx
    .select()
    .from(refundDue)
    .where(eq(refundDue.order_id, order_id))
    .orderBy(asc(refundDue.created_at), asc(refundDue.id))
    .for("update");
}

/** Adds a refund; the key is unique. */
export async function insertRefund(
  tx: Transaction,
  row: typeof refundDue.$inferInsert,
): Promise<RefundDue> {
  const [stored] = await tx.insert(refundDue).values(row).returning();
  if (!stored) throw new Error(`Refund ${row.key} was not stored.`);
  return stored;
}

/** Adds a refund unless its key is there already, and answers the one that is. */
export async function putRefund(
  tx: Transaction,
  row: typeof refundDue.$inferInsert,
): Promise<RefundDue> {
  const [stored] = await tx
    .insert(refundDue)
    .values(row)
    .onConflictDoUpdate({ target: refundDue.key, set: { refund_id: row.refund_id ?? null } })
    .returning();
  if (!stored) throw new Error(`Refund ${row.key} was not stored.`);
  return stored;
}

/** Names the account of a refund that nobody knew where to send; others stay as they are. */
export async function nameAccount(
  tx: Transaction,
  refund_id: string,
  payee: Pick<RefundDue, "payee_bank_bin" | "payee_account" | "payee_name">,
): Promise<void> {
  await tx
    .update(refundDue)
    .set(payee)
    .where(
      and(
        eq(refundDue.refund_id, refund_id),
        eq(refundDue.status, "due"),
        isNull(refundDue.payee_account),
      ),
    );
}

/** Locks one refund; null for an unknown or void one. */
export async function lockRefund(tx: Transaction, id: string): Promise<RefundDue | null> {
  const [row] = await tx
    .select()
    .from(refundDue)
    .where(and(eq(refundDue.id, id), ne(refundDue.status, "void")))
    .for("update");
  return row ?? null;
}

/** Changes a refund. Call under the lock of it or of its part. */
export async function updateRefund(
  tx: Transaction,
  id: string,
  change: Partial<RefundDue>,
): Promise<RefundDue> {
  const [row] = await tx.update(refundDue).set(change).where(eq(refundDue.id, id)).returning();
  if (!row) throw new Error(`Refund ${id} is gone.`);
  return row;
}

/**
 * Which of these refunds the Payment Module still knows. It stores a refund before it asks its
 * provider and removes it when the answer does not come, so an unknown one was never given to the
 * buyer's books.
 */
export async function selectKnownRefunds(
  tx: Transaction,
  refund_ids: string[],
): Promise<Set<string>> {
  if (refund_ids.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(
    sql`SELECT id FROM public.refund WHERE id IN ${refund_ids} AND deleted_at IS NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}
