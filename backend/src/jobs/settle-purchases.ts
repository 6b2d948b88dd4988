import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { paidAndWaiting } from "../reports/paid-transfers";
import { purchaseService } from "../workflows/purchase/claim";
import { settlePurchaseWorkflow } from "../workflows/purchase/settle-purchase";
import { tellHowToPayWorkflow } from "../workflows/purchase/tell-how-to-pay";

/**
 * Purchases that nobody looks after: paid ones get their orders, those whose time is over free their
 * stock and seats, those that a dead process has left are finished. Each is done under its lease, so
 * that any number of workers may run this.
 */
export default async function settlePurchases(container: MedusaContainer): Promise<void> {
  const service = purchaseService(container);
  const [unsettled, paid, untold] = await Promise.all([
    service.listUnsettled(),
    paidAndWaiting(),
    service.listUntold(),
  ]);
  const ids = [...new Set([...unsettled, ...paid])];
  await forEachInTurn(ids, (id) => settlePurchaseWorkflow(container).run({ input: { id } }));
  await forEachInTurn(untold, (id) => tellHowToPayWorkflow(container).run({ input: { id } }));
}

export const config = { name: "settle-purchases", schedule: "*/10 * * * * *" };
