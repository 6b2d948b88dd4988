import type { PurchaseStanding } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { notFound } from "../../../lib/errors";
import { purchaseService } from "../../../workflows/purchase/claim";
import { receivedOf } from "../../../workflows/purchase/received-money";

/** Where a purchase stands now. */
export async function standingOf(
  container: MedusaContainer,
  id: string,
): Promise<PurchaseStanding> {
  const purchase = await purchaseService(container).findPurchase(id);
  if (!purchase) notFound("The purchase");
  const { status, cart_id } = purchase;
  return { id, status, received_vnd: await receivedOf(purchase), cart_id };
}
