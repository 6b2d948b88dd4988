import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { announceRequestWorkflow } from "../workflows/refund-request/announce-request";

/** Tells producer or buyer what happened to a request. */
export default async function refundRequestChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await announceRequestWorkflow(container).run({ input: { id: event.data.id } });
}

export const config: SubscriberConfig = { event: "refund_request.changed" };
