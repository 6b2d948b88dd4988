import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../../../lib/errors";
import { photoFileOf } from "../../../../../../reports/refund-requests";
import { sendPhoto } from "../../../../../refund-requests/send-photo";

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const of = { request_id: req.params.id ?? "", photo_id: req.params.photo ?? "" };
  const file_id = (await photoFileOf(of)) ?? notFound("This photo");
  await sendPhoto(req.scope, res, file_id);
}
