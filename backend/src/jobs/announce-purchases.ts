import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { announcePurchaseWorkflow } from "../workflows/purchase/announce-purchase";
import { purchaseService } from "../workflows/purchase/claim";

/** Announces purchases whose event was lost with the process that placed them; 100 at most a run. */
export default async function announcePurchases(container: MedusaContainer): Promise<void> {
  const ids = await purchaseService(container).listUnannounced();
  await forEachInTurn(ids, (id) => announcePurchaseWorkflow(container).run({ input: { id } }));
}

export const config = { name: "announce-purchases", schedule: "*/2 * * * *" };
