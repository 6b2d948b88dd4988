import type { MedusaContainer } from "@medusajs/framework/types";
import { drainInbox } from "../workflows/payment/drain-inbox";

/**
 * Takes up payment events whose pause is over, and those of a process that was killed over them; new
 * ones are processed as soon as they are answered.
 */
export default async function drainPaymentInbox(container: MedusaContainer): Promise<void> {
  await drainInbox(container);
}

export const config = { name: "drain-payment-inbox", schedule: { interval: 2000 } };
