import { notFound, refuse } from "../../lib/errors";
import { inTransaction } from "../../lib/sql";
import * as queries from "./invoice-queries";
import type { InvoiceDetail } from "./tables";

/**
 * Says for whom the producers of a purchase make out their invoices; null takes it back. Answers
 * what stood there before. Harmless to repeat. Refuses `purchase_failed`; 404 for an unknown one.
 */
export async function setInvoice(of: {
  purchase_id: string;
  details: InvoiceDetail | null;
}): Promise<InvoiceDetail | null> {
  const { purchase_id, details } = of;
  return inTransaction(async (tx) => {
    const status = await queries.lockPurchase(tx, purchase_id);
    if (!status) notFound("The purchase");
    if (status === "failed") {
      refuse("purchase_failed", "This purchase was not placed: no invoice will be made out");
    }
    const before = await queries.selectInvoice(tx, purchase_id);
    if (details) await queries.upsertInvoice(tx, purchase_id, details);
    else await queries.deleteInvoice(tx, purchase_id);
    return before;
  });
}
