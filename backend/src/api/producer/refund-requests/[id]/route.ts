import type { ProducerRefundRequestAnswer } from "@cho-lang/shared/contracts/refund-request";
import type { MedusaResponse } from "@medusajs/framework/http";
import { answerRequest, type ProducerRequest } from "../../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerRefundRequestAnswer>) {
  await answerRequest(req, res);
}
