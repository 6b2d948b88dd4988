import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { notFound, parse } from "../../../../lib/errors";
import { purchaseService } from "../../../../workflows/purchase/claim";
import { isPurchaseToken } from "../../../../workflows/purchase/signature";
import { loadPurchaseView } from "../view";

const longestToken = 200;
const query = z.strictObject({
  token: z.string().max(longestToken).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});

/** One purchase for the bearer of its signed link, or for the customer who owns it; else 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PurchaseView>,
): Promise<void> {
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Referrer-Policy", "no-referrer");
  res.setHeader("X-Robots-Tag", "noindex");
  const { token, lang } = parse(query, req.query);
  const id = req.params.id ?? "";
  const signed = isPurchaseToken(id, token);
  const customer_id = req.auth_context?.actor_id;
  if (!signed && !customer_id) notFound("The purchase");
  const purchase = await purchaseService(req.scope).findPurchase(id);
  if (!purchase) notFound("The purchase");
  if (!signed && purchase.customer_id !== customer_id) notFound("The purchase");
  res.json(await loadPurchaseView(req.scope, purchase, lang));
}
