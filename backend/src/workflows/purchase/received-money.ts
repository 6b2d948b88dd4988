import { findRequest } from "../../modules/payment-vietqr";
import type { Purchase } from "../../modules/purchase/service";

/**
 * Whether it is worth asking the provider for a purchase's money. Of a transfer our own rows say it;
 * of a card only Stripe knows.
 */
export async function mayBePaid(purchase: Purchase): Promise<boolean> {
  if (purchase.payment !== "vietqr") return true;
  const request = await findRequest({ purchase_id: purchase.id });
  return request?.status !== "open";
}

/** What has come of an awaiting purchase's transfer so far; 0 for everything else. */
export async function receivedOf(purchase: Purchase): Promise<number> {
  if (purchase.payment !== "vietqr" || purchase.status !== "awaiting") return 0;
  const request = await findRequest({ purchase_id: purchase.id });
  return request?.received_vnd ?? 0;
}
