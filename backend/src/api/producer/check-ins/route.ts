import { type CheckInAnswer, checkInBody } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { checkInTicketWorkflow } from "../../../workflows/booking/check-in-ticket";
import { languageOf, type ProducerRequest } from "../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<CheckInAnswer>) {
  const { ticket, any_day } = parse(checkInBody, req.body);
  const { result } = await checkInTicketWorkflow(req.scope).run({
    input: {
      producer_id: req.producer.producer.id,
      actor_id: req.producer.member.id,
      ticket,
      any_day,
    },
  });
  const arrival = await req.producer.visits.arrival(result.uuid, languageOf(req));
  res.json({ outcome: result.changed ? "checked_in" : "already", ...arrival });
}
