import { type ProducerOrder, shipBody } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { shipOrderWorkflow } from "../../../../../workflows/order/ship-order";
import { answerOrder, deedOn, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  const deed = await deedOn(req);
  const { tracking_number, carrier } = parse(shipBody, req.body);
  await shipOrderWorkflow(req.scope).run({
    // Carriers print capitals; people type what they like.
    input: { ...deed, tracking_number: tracking_number.toUpperCase(), carrier },
  });
  await answerOrder(req, res);
}
