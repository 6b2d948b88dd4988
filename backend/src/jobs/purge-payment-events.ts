import type { MedusaContainer } from "@medusajs/framework/types";
import { purgeEventsWorkflow } from "../workflows/payment/purge-events";

/** How long processed events are kept; those laid aside stay until somebody replays them. */
const DAYS_KEPT = 90;

/** Every night: payment events that were processed three months ago are forgotten. */
export default async function purgePaymentEvents(container: MedusaContainer): Promise<void> {
  await purgeEventsWorkflow(container).run({ input: { days: DAYS_KEPT } });
}

export const config = { name: "purge-payment-events", schedule: "50 19 * * *" };
