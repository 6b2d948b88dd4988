import { type ProducerOrder, takeBackBody } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { takeBackOrderWorkflow } from "../../../../../workflows/order/take-back-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  const deed = await deedOn(req);
  await takeBackOrderWorkflow(req.scope).run({
    input: { ...deed, ...parse(takeBackBody, req.body) },
  });
  await answerOrder(req, res);
}
