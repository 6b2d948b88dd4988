import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { completePurchaseWorkflow } from "../../../../../workflows/purchase/complete-purchase";
import { purchaseToken } from "../../../../../workflows/purchase/signature";
import { clientAddress } from "../../../../auth-throttle/client-address";

/** In the place of Medusa's own completion, which would make one unsplit order. */
export async function POST(req: MedusaRequest, res: MedusaResponse<CheckoutDone>): Promise<void> {
  const address = clientAddress({
    peer: req.socket.remoteAddress,
    forwarded: req.headers["x-forwarded-for"],
  });
  const input = { cart_id: req.params.id ?? "", address };
  const { result } = await completePurchaseWorkflow(req.scope).run({ input });
  const { purchase_id, status } = result;
  res.json({ purchase_id, token: purchaseToken(purchase_id), status });
}
