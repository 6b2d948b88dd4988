import type { ProducerToday } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { languageOf, type ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerToday>) {
  res.json(await req.producer.today(languageOf(req), new Date()));
}
