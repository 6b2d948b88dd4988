import type { IInventoryService, ILockingModule } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { judgeStock, type StockWish } from "../stock-rules";

export type ShelfWish = StockWish & {
  variant_id: string;
  inventory_item_id: string;
  location_id: string;
};

type Adjustment = { inventoryItemId: string; locationId: string; adjustment: number };

/**
 * Brings shelves to the wished stock, all or none. Reads and writes under the lock that Medusa's
 * own reservations and shipments take, so none of them is lost in between. The undo takes the same
 * differences back.
 */
export const setStockStep = createStep(
  "set-stock",
  async (wishes: ShelfWish[], { container }) => {
    if (wishes.length === 0) return new StepResponse(0, []);
    const inventory = container.resolve<IInventoryService>(Modules.INVENTORY);
    const locking = container.resolve<ILockingModule>(Modules.LOCKING);
    const keys = [...new Set(wishes.map(({ inventory_item_id }) => inventory_item_id))].sort();
    const adjustments = await locking.execute(keys, async () => {
      const levels = await inventory.listInventoryLevels({ inventory_item_id: keys });
      const planned = wishes.flatMap((wish): Adjustment[] => {
        const level = levels.find(
          ({ inventory_item_id, location_id }) =>
            inventory_item_id === wish.inventory_item_id && location_id === wish.location_id,
        );
        if (!level) throw new Error(`Variant ${wish.variant_id} lost its shelf.`);
        const verdict = judgeStock(
          { stocked: Number(level.stocked_quantity), reserved: Number(level.reserved_quantity) },
          wish,
        );
        if (verdict.kind === "refuse") refuse(verdict.code, verdict.message);
        const { inventory_item_id: inventoryItemId, location_id: locationId } = wish;
        return verdict.by === 0 ? [] : [{ inventoryItemId, locationId, adjustment: verdict.by }];
      });
      if (planned.length > 0) await inventory.adjustInventory(planned);
      return planned;
    });
    return new StepResponse(adjustments.length, adjustments);
  },
  async (adjustments, { container }) => {
    if (!adjustments?.length) return;
    const inventory = container.resolve<IInventoryService>(Modules.INVENTORY);
    const locking = container.resolve<ILockingModule>(Modules.LOCKING);
    const keys = adjustments.map(({ inventoryItemId }) => inventoryItemId).sort();
    await locking.execute(keys, async () => {
      await inventory.adjustInventory(
        adjustments.map((one) => ({ ...one, adjustment: -one.adjustment })),
      );
    });
  },
);
