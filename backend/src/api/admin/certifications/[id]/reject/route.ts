import { type OperatorCertification, reasonBody } from "@cho-lang/shared/contracts/operator";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { rejectCertificationWorkflow } from "../../../../../workflows/certification/reject-certification";
import { operatorOf } from "../../../actor";
import { certificationDetail } from "../../view";

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OperatorCertification>,
) {
  const id = req.params.id ?? "";
  const { reason } = parse(reasonBody, req.body);
  await rejectCertificationWorkflow(req.scope).run({
    input: { id, reason, actor: await operatorOf(req) },
  });
  res.json(await certificationDetail(req.scope, id));
}
