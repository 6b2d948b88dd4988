import type { OperatorCertification } from "@cho-lang/shared/contracts/operator";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { verifyCertificationsWorkflow } from "../../../../../workflows/certification/verify-certifications";
import { operatorOf } from "../../../actor";
import { certificationDetail } from "../../view";

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OperatorCertification>,
) {
  expectNoBody(req);
  const id = req.params.id ?? "";
  await verifyCertificationsWorkflow(req.scope).run({
    input: { ids: [id], actor: await operatorOf(req) },
  });
  res.json(await certificationDetail(req.scope, id));
}
