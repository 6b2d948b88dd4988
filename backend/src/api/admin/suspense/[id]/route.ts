import type { SuspenseDetail } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { suspenseDetail } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<SuspenseDetail>) {
  res.json(await suspenseDetail(req.params.id ?? ""));
}
