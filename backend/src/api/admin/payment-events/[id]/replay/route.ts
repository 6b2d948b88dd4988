import type { OperatorPaymentEvent } from "@cho-lang/shared/contracts/operator-payments";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expectNoBody, notFound } from "../../../../../lib/errors";
import { inboxService } from "../../../../../workflows/payment/inbox-service";
import { replayEventWorkflow } from "../../../../../workflows/payment/replay-event";
import { operatorOf } from "../../../actor";
import { eventDetail } from "../../view";

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OperatorPaymentEvent>,
) {
  expectNoBody(req);
  const id = req.params.id ?? "";
  const { name } = await operatorOf(req);
  await replayEventWorkflow(req.scope).run({ input: { id, by: name } });
  const event = await inboxService(req.scope).findEvent(id);
  if (!event) notFound("The payment event");
  res.json(eventDetail(event));
}
