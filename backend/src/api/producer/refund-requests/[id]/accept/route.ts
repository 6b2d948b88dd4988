import type { ProducerRefundRequestAnswer } from "@cho-lang/shared/contracts/refund-request";
import type { MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { answerRequestWorkflow } from "../../../../../workflows/refund-request/answer-request";
import { answerRequest, type ProducerRequest, requestDeed } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerRefundRequestAnswer>) {
  const who = await requestDeed(req);
  expectNoBody(req);
  const deed = { name: "accept" } as const;
  await answerRequestWorkflow(req.scope).run({ input: { ...who, deed } });
  await answerRequest(req, res);
}
