import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { announcePurchaseWorkflow } from "../workflows/purchase/announce-purchase";

/** Sends the buyer the one mail of a purchase. */
export default async function purchasePlaced({ event, container }: SubscriberArgs<{ id: string }>) {
  await announcePurchaseWorkflow(container).run({ input: { id: event.data.id } });
}

export const config: SubscriberConfig = { event: "purchase.placed" };
