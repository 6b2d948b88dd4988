import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { deliverOrderWorkflow } from "../../../../../workflows/order/deliver-order";
import { answerOrder, deedOn, expectNoBody, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  expectNoBody(req);
  await deliverOrderWorkflow(req.scope).run({ input: await deedOn(req) });
  await answerOrder(req, res);
}
