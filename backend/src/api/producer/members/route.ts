import type { ProducerMembers } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerMembers>) {
  res.json({ members: await req.producer.members.list() });
}
