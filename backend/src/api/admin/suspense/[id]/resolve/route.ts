import {
  resolveSuspense,
  type SuspenseDetail,
} from "@cho-lang/shared/contracts/operator-transfers";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { resolveSuspenseWorkflow } from "../../../../../workflows/payment/resolve-suspense";
import { suspenseDetail } from "../../view";

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<SuspenseDetail>) {
  const decision = parse(resolveSuspense, req.body);
  const { id: suspense_id } = (await suspenseDetail(req.params.id ?? "")).suspense;
  const { actor_id } = req.auth_context;
  await resolveSuspenseWorkflow(req.scope).run({ input: { ...decision, suspense_id, actor_id } });
  res.json(await suspenseDetail(suspense_id));
}
