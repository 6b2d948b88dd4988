import {
  type ProducerRefundRequestAnswer,
  receiveBody,
} from "@cho-lang/shared/contracts/refund-request";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { answerRequestWorkflow } from "../../../../../workflows/refund-request/answer-request";
import { answerRequest, type ProducerRequest, requestDeed } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerRefundRequestAnswer>) {
  const who = await requestDeed(req);
  const { is_sound } = parse(receiveBody, req.body);
  const deed = { name: "receive", is_sound } as const;
  await answerRequestWorkflow(req.scope).run({ input: { ...who, deed } });
  await answerRequest(req, res);
}
