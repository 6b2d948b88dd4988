import type { VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { undoCollectWorkflow } from "../../../../../workflows/booking/undo-collect";
import { answerVisitor, type ProducerRequest, visitDeed } from "../../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<VisitorAnswer>) {
  const deed = await visitDeed(req);
  expectNoBody(req);
  await undoCollectWorkflow(req.scope).run({ input: deed });
  await answerVisitor(req, res);
}
