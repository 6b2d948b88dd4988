import type { MedusaContainer } from "@medusajs/framework/types";
import { announcePurchaseWorkflow } from "../workflows/purchase/announce-purchase";
import { purchaseService } from "../workflows/purchase/claim";

/** Announces purchases whose event was lost with the process that placed them; 100 at most a run. */
export default async function announcePurchases(container: MedusaContainer): Promise<void> {
  for (const id of await purchaseService(container).listUnannounced()) {
    await announcePurchaseWorkflow(container).run({ input: { id } });
  }
}

export const config = { name: "announce-purchases", schedule: "*/2 * * * *" };
