import type { CashDeed } from "@cho-lang/shared/domain/purchase";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "../../lib/sql";
import { type CashDifference, cashDifference, purchaseOrder } from "./tables";

/** Notes the cash that did not come with a parcel; belongs into the transaction that delivers it. */
export async function insertDifference(
  tx: Transaction,
  row: typeof cashDifference.$inferInsert,
): Promise<void> {
  await tx.insert(cashDifference).values(row);
}

/** Takes the note back with the delivery; the order's amounts are the caller's. */
export async function deleteDifference(tx: Transaction, order_id: string): Promise<void> {
  await tx.delete(cashDifference).where(eq(cashDifference.order_id, order_id));
}

/** The cash that did not come with an order's parcel, whatever became of it; null when all came. */
export async function selectDifference(
  by: { id: string } | { order_id: string },
): Promise<CashDifference | null> {
  const where =
    "id" in by ? eq(cashDifference.id, by.id) : eq(cashDifference.order_id, by.order_id);
  const [row] = await db().select().from(cashDifference).where(where);
  return row ?? null;
}

/** Reads a difference and makes others who decide about it wait for the end of the transaction. */
export async function lockDifference(tx: Transaction, id: string): Promise<CashDifference | null> {
  const [row] = await tx
    .select()
    .from(cashDifference)
    .where(eq(cashDifference.id, id))
    .for("update");
  return row ?? null;
}

/** Writes a decision down, or takes it back with nulls; the row must be locked. */
export async function writeDecision(
  tx: Transaction,
  id: string,
  decision: Pick<CashDifference, "deed" | "resolved_at" | "resolved_by" | "resolve_note">,
): Promise<void> {
  await tx.update(cashDifference).set(decision).where(eq(cashDifference.id, id));
}

/**
 * Moves missing cash out of what is due, to what was collected or to what was written off; a
 * negative amount moves it back. The table refuses to move more than is missing.
 */
export async function moveMissing(
  tx: Transaction,
  move: { order_id: string; deed: CashDeed; amount_vnd: number },
): Promise<void> {
  const { due_vnd, missing_vnd, collected_vnd, written_off_vnd } = purchaseOrder;
  const { amount_vnd } = move;
  await tx
    .update(purchaseOrder)
    .set({
      due_vnd: sql`${due_vnd} - ${amount_vnd}::bigint`,
      missing_vnd: sql`${missing_vnd} - ${amount_vnd}::bigint`,
      ...(move.deed === "came"
        ? { collected_vnd: sql`${collected_vnd} + ${amount_vnd}::bigint` }
        : { written_off_vnd: sql`${written_off_vnd} + ${amount_vnd}::bigint` }),
    })
    .where(eq(purchaseOrder.order_id, move.order_id));
}
