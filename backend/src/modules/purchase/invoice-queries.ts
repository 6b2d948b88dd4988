import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../lib/sql";
import { type InvoiceDetail, invoiceDetail, type Purchase, purchase } from "./tables";

const columns = {
  company: invoiceDetail.company,
  tax_number: invoiceDetail.tax_number,
  address: invoiceDetail.address,
  email: invoiceDetail.email,
};

/**
 * Locks a purchase until the transaction ends and says where it stands; null for an unknown one. Of
 * two who change its invoice details at once the second sees what the first has written.
 */
export async function lockPurchase(
  tx: Transaction,
  purchase_id: string,
): Promise<Purchase["status"] | null> {
  const [row] = await tx
    .select({ status: purchase.status })
    .from(purchase)
    .where(eq(purchase.id, purchase_id))
    .for("update");
  return row?.status ?? null;
}

/** The invoice details of a purchase; null when there are none. */
export async function selectInvoice(
  tx: Transaction,
  purchase_id: string,
): Promise<InvoiceDetail | null> {
  const [row] = await tx
    .select(columns)
    .from(invoiceDetail)
    .where(eq(invoiceDetail.purchase_id, purchase_id));
  return row ?? null;
}

/** Puts invoice details in the place of earlier ones; the table refuses no tax number. */
export async function upsertInvoice(
  tx: Transaction,
  purchase_id: string,
  details: InvoiceDetail,
): Promise<void> {
  await tx
    .insert(invoiceDetail)
    .values({ purchase_id, ...details })
    .onConflictDoUpdate({
      target: invoiceDetail.purchase_id,
      set: { ...details, changed_at: sql`now()` },
    });
}

/** Takes invoice details away; harmless when there are none. */
export async function deleteInvoice(tx: Transaction, purchase_id: string): Promise<void> {
  await tx.delete(invoiceDetail).where(eq(invoiceDetail.purchase_id, purchase_id));
}
