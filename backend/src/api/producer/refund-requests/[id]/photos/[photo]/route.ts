import type { MedusaResponse } from "@medusajs/framework/http";
import { sendPhoto } from "../../../../../refund-requests/send-photo";
import { type ProducerRequest, param } from "../../../../request";

export async function GET(req: ProducerRequest, res: MedusaResponse): Promise<void> {
  const of = { request_id: param(req, "id"), photo_id: param(req, "photo") };
  await sendPhoto(req.scope, res, await req.producer.requests.photo(of));
}
