import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { refuse } from "../../../../lib/errors";
import { drainInbox } from "../../../../workflows/payment/drain-inbox";
import { receiveEventWorkflow } from "../../../../workflows/payment/receive-event";
import { readWebhook } from "../../../../workflows/payment/webhook-sources";

/**
 * In the place of Medusa's own webhook, which would complete a cart into one unsplit order. The
 * event is stored before it is answered, and processed after that.
 */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ success: true }>,
): Promise<void> {
  const event = readWebhook(req.params.provider ?? "", {
    headers: req.headers,
    raw_body: rawBodyOf(req),
    now: new Date(),
  });
  await receiveEventWorkflow(req.scope).run({ input: event });
  // Both of the bank feeds want to read these words; Stripe reads the status only.
  res.json({ success: true });
  drainInbox(req.scope);
}

/** The bytes that were signed. Without them the body came as something that nobody signs. */
function rawBodyOf(req: MedusaRequest): Buffer {
  const { rawBody } = req;
  if (Buffer.isBuffer(rawBody)) return rawBody;
  const message = "must be JSON, sent as application/json";
  const fields = [{ field: "body", code: "not_json", message }];
  refuse("not_json", `The body ${message}.`, { fields });
}
