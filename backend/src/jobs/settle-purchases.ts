import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { paidAndWaiting } from "../reports/paid-transfers";
import { purchaseService } from "../workflows/purchase/claim";
import { settleLane } from "../workflows/purchase/settle-lane";
import { tellHowToPayWorkflow } from "../workflows/purchase/tell-how-to-pay";

const BUDGET_MS = 60_000;

/**
 * Purchases that nobody looks after, those by card excepted: paid ones get their orders, those whose
 * time is over free their stock and seats, those that a dead process has left are finished. Each is
 * done under its lease, so that any number of workers may run this.
 */
export default async function settlePurchases(container: MedusaContainer): Promise<void> {
  const [more, untold] = await Promise.all([
    paidAndWaiting(),
    purchaseService(container).listUntold(),
  ]);
  await settleLane(container, { methods: ["cod", "vietqr"], more, budget_ms: BUDGET_MS });
  await forEachInTurn(untold, (id) => tellHowToPayWorkflow(container).run({ input: { id } }));
}

export const config = { name: "settle-purchases", schedule: "*/10 * * * * *" };
