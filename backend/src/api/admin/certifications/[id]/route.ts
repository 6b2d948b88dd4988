import type { OperatorCertification } from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { certificationDetail } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorCertification>) {
  res.json(await certificationDetail(req.scope, req.params.id ?? ""));
}
