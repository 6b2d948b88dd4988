import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { tellHowToPayWorkflow } from "../workflows/purchase/tell-how-to-pay";

/** Sends the buyer the link to the page on which the purchase is paid. */
export default async function purchaseAwaiting({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await tellHowToPayWorkflow(container).run({ input: { id: event.data.id } });
}

export const config: SubscriberConfig = { event: "purchase.awaiting" };
