import type { MedusaContainer } from "@medusajs/framework/types";
import { returnLeftOpen } from "../workflows/payment/return-left-open";
import { purchaseService } from "../workflows/purchase/claim";
import { settleLane } from "../workflows/purchase/settle-lane";

/** A Stripe that hangs costs a minute for each purchase; what is left has its turn in the next run. */
const BUDGET_MS = 60_000;

/**
 * What settle-purchases does, for purchases by card: apart, because only these wait for Stripe. It is
 * also asked for money that no webhook told of, and for what was left open while it had no key.
 */
export default async function settleCardPurchases(container: MedusaContainer): Promise<void> {
  const more = await purchaseService(container).takeLooks();
  await settleLane(container, { methods: ["stripe"], more, budget_ms: BUDGET_MS });
  await returnLeftOpen(container);
}

export const config = { name: "settle-card-purchases", schedule: "*/10 * * * * *" };
