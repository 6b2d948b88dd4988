import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import type { Deed, Making } from "../claim";

function links({ plan, purchase }: Making) {
  return [
    {
      [Modules.CART]: { cart_id: purchase.cart_id },
      [Modules.PAYMENT]: { payment_collection_id: purchase.payment_collection_id },
    },
    ...plan.flatMap(({ order_id, payment_collection_id }) => [
      { [Modules.ORDER]: { order_id }, [Modules.CART]: { cart_id: purchase.cart_id } },
      { [Modules.ORDER]: { order_id }, [Modules.PAYMENT]: { payment_collection_id } },
    ]),
  ];
}

/** Ties every order to the cart (so that Medusa's own completion does nothing) and to its money. */
export const linkOrders: Deed = {
  name: "link-orders",
  async run(making) {
    await making.container.resolve(ContainerRegistrationKeys.LINK).create(links(making));
  },
  async undo(making) {
    await making.container.resolve(ContainerRegistrationKeys.LINK).dismiss(links(making));
  },
};
