import { ticketsBody, type VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { checkInGuestsWorkflow } from "../../../../../workflows/booking/check-in-guests";
import { answerVisitor, type ProducerRequest, visitDeed } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<VisitorAnswer>) {
  const deed = await visitDeed(req);
  const { tickets } = parse(ticketsBody, req.body ?? {});
  await checkInGuestsWorkflow(req.scope).run({ input: { ...deed, tickets } });
  await answerVisitor(req, res);
}
