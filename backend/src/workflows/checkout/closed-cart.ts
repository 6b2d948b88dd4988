import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { MedusaContainer } from "@medusajs/framework/types";
import { refuse } from "../../lib/errors";
import { purchaseService } from "../purchase/claim";
import { purchaseToken } from "../purchase/signature";

/** Lines of one cart, goods and visits. */
export const MAX_CART_LINES = 100;

/**
 * A cart that is becoming a purchase, or is one, stays as it is: refuses `cart_completed`, or
 * `cart_awaiting` with the purchase that waits for its money.
 */
export async function refuseClosedCart(container: MedusaContainer, cart_id: string): Promise<void> {
  const purchase = await purchaseService(container).findPurchaseOfCart(cart_id);
  if (!purchase || purchase.status === "failed") return;
  const { id, status, payment } = purchase;
  if (status === "awaiting" || (status === "creating" && isPrepaid(payment))) {
    const message = "This cart waits for its payment: pay it, or give that up to change the cart";
    refuse("cart_awaiting", message, { purchase: { id, token: purchaseToken(id) } });
  }
  refuse("cart_completed", "This cart is bought already: start a new one");
}
