import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { endRequestsWorkflow } from "../workflows/refund-request/called-off";

/** Nobody has to answer whether an order is to be called off that is cancelled already. */
export default async function orderCalledOff({ event, container }: SubscriberArgs<{ id: string }>) {
  await endRequestsWorkflow(container).run({ input: { order_id: event.data.id } });
}

export const config: SubscriberConfig = { event: "order.canceled" };
