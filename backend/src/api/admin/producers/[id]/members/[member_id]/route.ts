import { type OperatorProducer, operatorMemberBody } from "@cho-lang/shared/contracts/operator";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../../lib/errors";
import { setMemberStatusWorkflow } from "../../../../../../workflows/producer/set-member-status";
import { operatorOf } from "../../../../actor";
import { producerDetail } from "../../../view";

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<OperatorProducer>) {
  const { id: producer_id = "", member_id = "" } = req.params;
  const { status, reason } = parse(operatorMemberBody, req.body);
  await setMemberStatusWorkflow(req.scope).run({
    input: { producer_id, member_id, status, reason, actor: await operatorOf(req) },
  });
  res.json(await producerDetail(req.scope, producer_id));
}
