import { Modules } from "@medusajs/framework/utils";
import { refuse } from "../../../lib/errors";
import type { Deed, Making } from "../claim";

const lineIds = ({ plan }: Making) =>
  plan.flatMap(({ reservations }) => reservations.map((r) => r.line_item_id));
const itemIds = ({ plan }: Making) =>
  [...new Set(plan.flatMap((p) => p.reservations.map((r) => r.inventory_item_id)))].sort();

/** Neighbours who want the same goods queue for at most this long. */
const queue = { timeout: 30 };

/**
 * Takes the goods off the shelf. The database's trigger refuses what is no longer there, whoever
 * else reserves at the same moment; the lock only makes neighbours queue instead of failing.
 */
export const reserveStock: Deed = {
  name: "reserve-stock",
  isKept: true,
  async run(making) {
    const wanted = making.plan
      .flatMap(({ reservations }) => reservations)
      .sort((a, b) => (a.inventory_item_id < b.inventory_item_id ? -1 : 1));
    if (wanted.length === 0) return;
    const inventory = making.container.resolve(Modules.INVENTORY);
    const locking = making.container.resolve(Modules.LOCKING);
    await locking.execute(
      itemIds(making),
      async () => {
        const existing = await inventory.listReservationItems({ line_item_id: lineIds(making) });
        const held = new Set(existing.map((r) => `${r.line_item_id} ${r.inventory_item_id}`));
        const missing = wanted.filter((r) => !held.has(`${r.line_item_id} ${r.inventory_item_id}`));
        if (missing.length === 0) return;
        try {
          await inventory.createReservationItems(missing);
        } catch (error) {
          if (!isShortage(error)) throw error;
          refuse("stock_ran_out", "Somebody else was faster: look at the cart for what is left");
        }
      },
      queue,
    );
  },
  async undo(making) {
    const inventory = making.container.resolve(Modules.INVENTORY);
    const locking = making.container.resolve(Modules.LOCKING);
    if (lineIds(making).length === 0) return;
    await locking.execute(
      itemIds(making),
      () => inventory.deleteReservationItemsByLineItem(lineIds(making)),
      queue,
    );
  },
};

/** Medusa's own check in front of the trigger, or the trigger itself. */
function isShortage(error: unknown): boolean {
  const message = error instanceof Error ? error.message : "";
  return /stock_oversold|Not enough stock/i.test(message);
}
