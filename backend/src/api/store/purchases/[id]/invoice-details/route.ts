import { type InvoiceDetailsAnswer, invoiceDetailsBody } from "@cho-lang/shared/contracts/receipt";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody, parse } from "../../../../../lib/errors";
import { invoiceDetailsOf } from "../../../../../reports/receipt";
import { setInvoiceDetailsWorkflow } from "../../../../../workflows/purchase/set-invoice-details";
import { openPurchase } from "../../access";

type Answer = MedusaResponse<InvoiceDetailsAnswer>;

/** For whom the invoices of a purchase are made out. */
export async function GET(req: AuthenticatedMedusaRequest, res: Answer): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  res.json({ details: await invoiceDetailsOf(purchase.id) });
}

/** Puts invoice details in the place of earlier ones. */
export async function POST(req: AuthenticatedMedusaRequest, res: Answer): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  const details = parse(invoiceDetailsBody, req.body);
  await setInvoiceDetailsWorkflow(req.scope).run({ input: { purchase_id: purchase.id, details } });
  res.json({ details: await invoiceDetailsOf(purchase.id) });
}

/** Nobody asks for an invoice any more; harmless to repeat. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: Answer): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  expectNoBody(req);
  const input = { purchase_id: purchase.id, details: null };
  await setInvoiceDetailsWorkflow(req.scope).run({ input });
  res.json({ details: null });
}
