import type { HostDepartureAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { reopenDepartureWorkflow } from "../../../../../workflows/booking/reopen-departure";
import { answerDeparture, departureDeed, type ProducerRequest } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<HostDepartureAnswer>) {
  const deed = await departureDeed(req);
  expectNoBody(req);
  await reopenDepartureWorkflow(req.scope).run({ input: deed });
  await answerDeparture(req, res);
}
