import { cancelBody, type ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { cancelProducerOrderWorkflow } from "../../../../../workflows/order/cancel-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  const deed = await deedOn(req);
  const cancel = parse(cancelBody, req.body);
  await cancelProducerOrderWorkflow(req.scope).run({ input: { ...deed, cancel } });
  await answerOrder(req, res);
}
