import { Modules } from "@medusajs/framework/utils";
import type { Deed, Making } from "../claim";

const orderIds = ({ plan }: Making) => plan.map(({ order_id }) => order_id);

/** Makes one Medusa order for each producer under the ids that the fence holds; all in one write. */
export const createOrders: Deed = {
  name: "create-producer-orders",
  async run(making) {
    const orders = making.container.resolve(Modules.ORDER);
    const existing = await orders.listOrders({ id: orderIds(making) }, { select: ["id"] });
    const made = new Set(existing.map(({ id }) => id));
    const missing = making.plan.filter(({ order_id }) => !made.has(order_id));
    if (missing.length > 0) await orders.createOrders(missing.map(({ order }) => order));
  },
  async undo(making) {
    await making.container.resolve(Modules.ORDER).deleteOrders(orderIds(making));
  },
};
