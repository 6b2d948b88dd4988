import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { notFound, parse } from "../../../lib/errors";
import type { Purchase } from "../../../modules/purchase/service";
import { purchaseService } from "../../../workflows/purchase/claim";
import { isPurchaseToken } from "../../../workflows/purchase/signature";

const longestToken = 200;
const query = z.strictObject({
  token: z.string().max(longestToken).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});

/**
 * The purchase of a path for the bearer of its signed link, or for the customer who owns it; else
 * 404. The answer is kept out of caches, search engines and other sites' logs.
 */
export async function openPurchase(
  req: AuthenticatedMedusaRequest,
  res: { setHeader(name: string, value: string): unknown },
): Promise<{ purchase: Purchase; lang: "vi" | "en" }> {
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
  return { purchase, lang };
}
