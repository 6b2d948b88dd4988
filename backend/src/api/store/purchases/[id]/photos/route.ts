import { type PhotoAnswer, photoBody } from "@cho-lang/shared/contracts/refund-request";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../../../lib/errors";
import { addPhotoWorkflow } from "../../../../../workflows/refund-request/add-photo";
import { openPurchase } from "../../access";

/** Stores one photo of a placed purchase for a request to come. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PhotoAnswer>,
): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  if (purchase.status !== "placed") notFound("The purchase");
  const { file } = parse(photoBody, req.body);
  const { result } = await addPhotoWorkflow(req.scope).run({
    input: { purchase_id: purchase.id, file },
  });
  res.json({ photo: result });
}
