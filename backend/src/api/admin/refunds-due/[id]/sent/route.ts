import { markSent, type SentRefund } from "@cho-lang/shared/contracts/operator-transfers";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { markRefundSentWorkflow } from "../../../../../workflows/payment/mark-refund-sent";
import { refundOf } from "../../view";

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<SentRefund>) {
  const sent = parse(markSent, req.body);
  const { id: refund_id } = await refundOf(req.params.id ?? "");
  const { actor_id } = req.auth_context;
  await markRefundSentWorkflow(req.scope).run({ input: { ...sent, refund_id, actor_id } });
  res.json({ refund: await refundOf(refund_id) });
}
