import type { PurchaseStanding } from "@cho-lang/shared/contracts/purchase";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody } from "../../../../../lib/errors";
import { abandonPurchaseWorkflow } from "../../../../../workflows/purchase/settle-purchase";
import { openPurchase } from "../../access";
import { standingOf } from "../../standing";

/** Gives up an awaiting purchase; when the money was faster, it is placed instead. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PurchaseStanding>,
): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  expectNoBody(req);
  await abandonPurchaseWorkflow(req.scope).run({ input: { id: purchase.id } });
  res.json(await standingOf(req.scope, purchase.id));
}
