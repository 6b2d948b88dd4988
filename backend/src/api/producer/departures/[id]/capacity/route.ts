import { capacityBody, type HostDepartureAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { setCapacityWorkflow } from "../../../../../workflows/booking/set-capacity";
import { answerDeparture, departureDeed, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<HostDepartureAnswer>) {
  const deed = await departureDeed(req);
  const { capacity } = parse(capacityBody, req.body);
  await setCapacityWorkflow(req.scope).run({ input: { ...deed, capacity } });
  await answerDeparture(req, res);
}
