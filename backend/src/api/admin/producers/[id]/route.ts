import type { OperatorProducer } from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { producerDetail } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorProducer>) {
  res.json(await producerDetail(req.scope, req.params.id ?? ""));
}
