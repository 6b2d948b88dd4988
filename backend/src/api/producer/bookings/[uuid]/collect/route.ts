import type { VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { collectVisitCashWorkflow } from "../../../../../workflows/booking/collect-visit-cash";
import { answerVisitor, type ProducerRequest, visitDeed } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<VisitorAnswer>) {
  const deed = await visitDeed(req);
  expectNoBody(req);
  await collectVisitCashWorkflow(req.scope).run({ input: deed });
  await answerVisitor(req, res);
}
