import type { OrderReceipt } from "@cho-lang/shared/contracts/receipt";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../../../../lib/errors";
import { receiptFacts } from "../../../../../../../reports/receipt";
import { openPurchase } from "../../../../access";
import { receiptOf } from "../../../../receipt-view";

/** What one producer's order of a placed purchase cost and how it was paid; 404 for every other. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderReceipt>,
): Promise<void> {
  const { purchase, lang } = await openPurchase(req, res);
  const number = req.params.number ?? "";
  const facts = await receiptFacts({ purchase_id: purchase.id, number });
  if (!facts) notFound("The receipt");
  res.json(receiptOf(facts, lang));
}
