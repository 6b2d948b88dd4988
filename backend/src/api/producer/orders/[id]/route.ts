import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { languageOf, type ProducerRequest, param } from "../../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerOrder>) {
  res.json(await req.producer.orders.find(param(req, "id"), languageOf(req)));
}
