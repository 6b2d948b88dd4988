import {
  type CashDifferenceAnswer,
  resolveCashDifference,
} from "@cho-lang/shared/contracts/operator-cash";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../../lib/errors";
import { resolveCashDifferenceWorkflow } from "../../../../../workflows/order/resolve-cash-difference";
import { differenceOf } from "../../view";

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CashDifferenceAnswer>,
) {
  const decision = parse(resolveCashDifference, req.body);
  const { id, order } = await differenceOf(req.params.id ?? "");
  const { actor_id } = req.auth_context;
  await resolveCashDifferenceWorkflow(req.scope).run({
    input: { ...decision, id, order_id: order.id, actor_id },
  });
  res.json({ difference: await differenceOf(id) });
}
