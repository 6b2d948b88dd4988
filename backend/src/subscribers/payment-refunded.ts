import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { noteRefundWorkflow } from "../workflows/purchase/note-refund";

/** The money has moved already; its order only says so. */
export default async function paymentRefunded({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await noteRefundWorkflow(container).run({ input: { payment_id: event.data.id } });
}

export const config: SubscriberConfig = { event: "payment.refunded" };
