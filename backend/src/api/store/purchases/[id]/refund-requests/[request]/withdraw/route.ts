import type { OrderRefundRequests } from "@cho-lang/shared/contracts/refund-request";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody, notFound } from "../../../../../../../lib/errors";
import { purchaseService } from "../../../../../../../workflows/purchase/claim";
import { withdrawRequestWorkflow } from "../../../../../../../workflows/refund-request/withdraw-request";
import { openPurchase } from "../../../../access";
import { loadRefundRequests } from "../../../../refund-requests";

/** The buyer takes a request back; answers as its order's page. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderRefundRequests>,
): Promise<void> {
  const { purchase, lang } = await openPurchase(req, res);
  expectNoBody(req);
  const { result: order_id } = await withdrawRequestWorkflow(req.scope).run({
    input: { purchase_id: purchase.id, request_id: req.params.request ?? "" },
  });
  const [order] = await purchaseService(req.scope).listOrders({ order_ids: [order_id] });
  if (!order) notFound("The order");
  res.json(await loadRefundRequests(req.scope, { purchase, order_number: order.number }, lang));
}
