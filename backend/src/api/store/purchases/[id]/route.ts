import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { openPurchase } from "../access";
import { loadPurchaseView } from "../view";

/** One purchase for the bearer of its signed link, or for the customer who owns it; else 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PurchaseView>,
): Promise<void> {
  const { purchase, lang } = await openPurchase(req, res);
  res.json(await loadPurchaseView(req.scope, purchase, lang));
}
