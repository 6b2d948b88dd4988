import { type RetryAnswer, retryBody } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { retryDeadLettersWorkflow } from "../../../../../workflows/catalog/retry-dead-letters";
import { expectConfigured } from "../../state";

export async function POST(req: MedusaRequest, res: MedusaResponse<RetryAnswer>) {
  const wanted = parse(retryBody, req.body);
  await expectConfigured(req.scope, wanted.engine);
  const { result } = await retryDeadLettersWorkflow(req.scope).run({ input: wanted });
  res.json(result);
}
