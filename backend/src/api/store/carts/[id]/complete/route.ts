import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { completePurchaseWorkflow } from "../../../../../workflows/purchase/complete-purchase";
import { purchaseToken } from "../../../../../workflows/purchase/signature";

/** In the place of Medusa's own completion, which would make one unsplit order. */
export async function POST(req: MedusaRequest, res: MedusaResponse<CheckoutDone>): Promise<void> {
  const input = { cart_id: req.params.id ?? "" };
  const { result } = await completePurchaseWorkflow(req.scope).run({ input });
  const { purchase_id, status } = result;
  res.json({ purchase_id, token: purchaseToken(purchase_id), status });
}
