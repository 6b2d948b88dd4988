import { Modules } from "@medusajs/framework/utils";
import type { Deed } from "../claim";

/** Closes the cart. The purchase is not placed yet: a crash here is completed by the next attempt. */
export const closeCart: Deed = {
  name: "close-cart",
  async run({ container, purchase }) {
    const carts = container.resolve(Modules.CART);
    await carts.updateCarts([{ id: purchase.cart_id, completed_at: new Date() }]);
  },
  async undo({ container, purchase }) {
    const carts = container.resolve(Modules.CART);
    await carts.updateCarts([{ id: purchase.cart_id, completed_at: null }] as never);
  },
};
