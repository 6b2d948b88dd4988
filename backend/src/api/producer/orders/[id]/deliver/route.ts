import { deliverBody, type ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { deliverOrderWorkflow } from "../../../../../workflows/order/deliver-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  const deed = await deedOn(req);
  await deliverOrderWorkflow(req.scope).run({
    input: { ...deed, deliver: parse(deliverBody, req.body ?? {}) },
  });
  await answerOrder(req, res);
}
