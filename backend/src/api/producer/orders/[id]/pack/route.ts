import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { packOrderWorkflow } from "../../../../../workflows/order/pack-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  expectNoBody(req);
  await packOrderWorkflow(req.scope).run({ input: await deedOn(req) });
  await answerOrder(req, res);
}
