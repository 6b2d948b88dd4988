import { closeDepartureBody, type HostDepartureAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { closeDepartureWorkflow } from "../../../../../workflows/booking/close-departure";
import { answerDeparture, departureDeed, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<HostDepartureAnswer>) {
  const deed = await departureDeed(req);
  const close = parse(closeDepartureBody, req.body);
  await closeDepartureWorkflow(req.scope).run({ input: { ...deed, ...close } });
  await answerDeparture(req, res);
}
