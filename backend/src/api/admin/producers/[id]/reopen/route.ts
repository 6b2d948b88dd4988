import { type OperatorProducer, reasonBody } from "@cho-lang/shared/contracts/operator";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { reopenProducerWorkflow } from "../../../../../workflows/producer/reopen-producer";
import { operatorOf } from "../../../actor";
import { producerDetail } from "../../view";

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<OperatorProducer>) {
  const producer_id = req.params.id ?? "";
  const { reason } = parse(reasonBody, req.body);
  await reopenProducerWorkflow(req.scope).run({
    input: { producer_id, reason, actor: await operatorOf(req) },
  });
  res.json(await producerDetail(req.scope, producer_id));
}
