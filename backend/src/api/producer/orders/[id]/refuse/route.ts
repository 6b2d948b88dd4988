import { type ProducerOrder, refuseBody } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { refuseOrderWorkflow } from "../../../../../workflows/order/refuse-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  const deed = await deedOn(req);
  await refuseOrderWorkflow(req.scope).run({
    input: { ...deed, refuse: parse(refuseBody, req.body) },
  });
  await answerOrder(req, res);
}
