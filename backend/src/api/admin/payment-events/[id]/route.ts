import type { OperatorPaymentEvent } from "@cho-lang/shared/contracts/operator-payments";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../lib/errors";
import { inboxService } from "../../../../workflows/payment/inbox-service";
import { eventDetail } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorPaymentEvent>) {
  const event = await inboxService(req.scope).findEvent(req.params.id ?? "");
  if (!event) notFound("The payment event");
  res.json(eventDetail(event));
}
