import { askRefundBody, type OrderRefundRequests } from "@cho-lang/shared/contracts/refund-request";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../../../lib/errors";
import { askRefundWorkflow } from "../../../../../../../workflows/refund-request/ask-refund";
import { openPurchase } from "../../../../access";
import { loadRefundRequests } from "../../../../refund-requests";

/** What the buyer can ask about one producer's order, and what was asked. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderRefundRequests>,
): Promise<void> {
  const { purchase, lang } = await openPurchase(req, res);
  const order_number = req.params.number ?? "";
  res.json(await loadRefundRequests(req.scope, { purchase, order_number }, lang));
}

/** The buyer asks for money back. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OrderRefundRequests>,
): Promise<void> {
  const { purchase, lang } = await openPurchase(req, res);
  const of = { purchase, order_number: req.params.number ?? "" };
  await loadRefundRequests(req.scope, of, lang);
  const body = parse(askRefundBody, req.body);
  await askRefundWorkflow(req.scope).run({
    input: { purchase_id: purchase.id, order_number: of.order_number, body },
  });
  res.json(await loadRefundRequests(req.scope, of, lang));
}
