import {
  decideRequest,
  type OperatorRefundRequest,
} from "@cho-lang/shared/contracts/operator-refund-requests";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { decideRequestWorkflow } from "../../../../../workflows/refund-request/decide-request";
import { operatorOf } from "../../../actor";
import { requestDetail } from "../../view";

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OperatorRefundRequest>,
) {
  const decision = parse(decideRequest, req.body);
  const { id: request_id } = (await requestDetail(req.scope, req.params.id ?? "")).request;
  const actor = await operatorOf(req);
  await decideRequestWorkflow(req.scope).run({ input: { request_id, decision, actor } });
  res.json(await requestDetail(req.scope, request_id));
}
