import type { OperatorRefundRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { requestDetail } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorRefundRequest>) {
  res.json(await requestDetail(req.scope, req.params.id ?? ""));
}
