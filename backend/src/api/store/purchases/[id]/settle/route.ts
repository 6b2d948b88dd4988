import type { PurchaseStanding } from "@cho-lang/shared/contracts/purchase";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { settlePurchaseWorkflow } from "../../../../../workflows/purchase/settle-purchase";
import { openPurchase } from "../../access";
import { standingOf } from "../../standing";

/** Looks whether the money has come and makes the orders when it has; harmless at any time. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PurchaseStanding>,
): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  expectNoBody(req);
  await settlePurchaseWorkflow(req.scope).run({ input: { id: purchase.id } });
  res.json(await standingOf(req.scope, purchase.id));
}
