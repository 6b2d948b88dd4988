import {
  type ProducerRefundRequests,
  producerRefundRequestsQuery,
} from "@cho-lang/shared/contracts/refund-request";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerRefundRequests>) {
  const { lang, ...query } = parse(producerRefundRequestsQuery, req.query);
  res.json(await req.producer.requests.list(query, lang));
}
