import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../lib/sql";
import { bankTransfer, type StoredTransfer, type Suspense, suspense } from "./tables";

/** Locks an entry until the transaction ends, with the transfer it came from; null when unknown. */
export async function lockSuspense(
  tx: Transaction,
  id: string,
): Promise<{ entry: Suspense; transfer: StoredTransfer } | null> {
  const [entry] = await tx.select().from(suspense).where(eq(suspense.id, id)).for("update");
  if (!entry) return null;
  const [transfer] = await tx
    .select()
    .from(bankTransfer)
    .where(eq(bankTransfer.id, entry.transfer_id));
  return transfer ? { entry, transfer } : null;
}

/** Says what was decided about an entry. Call under its lock. */
export async function updateSuspense(
  tx: Transaction,
  id: string,
  decision: Pick<Suspense, "resolution" | "resolved_by" | "note"> & Partial<Suspense>,
): Promise<void> {
  await tx
    .update(suspense)
    .set({ ...decision, resolved_at: sql`clock_timestamp()` })
    .where(eq(suspense.id, id));
}
