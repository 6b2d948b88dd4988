import type { ProducerMe } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerMe>) {
  const { member, producer, actions, requests } = req.producer;
  const waiting = actions.includes("read_orders") ? await requests.waiting() : 0;
  res.json({ member, producer, actions, requests: { waiting } });
}
