import type { MedusaContainer } from "@medusajs/framework/types";
import { refuse } from "../../lib/errors";
import { purchaseService } from "../purchase/claim";

/** Lines of one cart, goods and visits. */
export const MAX_CART_LINES = 100;

/** A cart that is becoming a purchase, or is one, stays as it is: refuses `cart_completed`. */
export async function refuseClosedCart(container: MedusaContainer, cart_id: string): Promise<void> {
  const purchase = await purchaseService(container).findPurchaseOfCart(cart_id);
  if (!purchase || purchase.status === "failed") return;
  refuse("cart_completed", "This cart is bought already: start a new one");
}
