import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../../../lib/errors";
import { refundRequestService } from "../../../../../../workflows/refund-request/request-service";
import { sendPhoto } from "../../../../../refund-requests/send-photo";
import { openPurchase } from "../../../access";

/** A photo of this purchase, for its buyer. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { purchase } = await openPurchase(req, res);
  const of = { id: req.params.photo ?? "", purchase_id: purchase.id };
  const photo = (await refundRequestService(req.scope).findPhoto(of)) ?? notFound("The photo");
  await sendPhoto(req.scope, res, photo.file_id);
}
