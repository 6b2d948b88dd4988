import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import type { OrderRefund } from "../../modules/purchase";
import type { BookedLine } from "./order-books";

/** Refunds that a level remembers; a repeat comes within minutes. */
const REMEMBERED = 50;
/** Neighbours who want the same goods queue for at most this long, in seconds. */
const queue = { timeout: 30 };

type Restocking = { refund: OrderRefund; lines: BookedLine[]; location_id: string };
type Level = { stocked_quantity: number; metadata: { restocked?: string[] } | null };

/**
 * Puts sound goods back on the shelf, once: the level remembers the refund in the same write that
 * raises it, under the lock that Medusa takes for every change of a level.
 */
export async function restock(container: MedusaContainer, wanted: Restocking): Promise<void> {
  const amounts = await amountsOf(container, wanted);
  const inventory = container.resolve(Modules.INVENTORY);
  const locking = container.resolve(Modules.LOCKING);
  const { location_id, refund } = wanted;
  for (const [inventory_item_id, amount] of amounts) {
    await locking.execute(
      [inventory_item_id],
      async () => {
        const found = await inventory.listInventoryLevels({ inventory_item_id, location_id });
        const [level] = found as unknown as Level[];
        const before = level?.metadata?.restocked ?? [];
        if (!level || before.includes(refund.key)) return;
        const restocked = [...before, refund.key].slice(-REMEMBERED);
        const raised = {
          inventory_item_id,
          location_id,
          stocked_quantity: Number(level.stocked_quantity) + amount,
          metadata: { ...level.metadata, restocked },
        };
        await inventory.updateInventoryLevels([raised]);
      },
      queue,
    );
  }
}

/** Units of each inventory item, in a stable order; goods that nobody counts are left out. */
async function amountsOf(
  container: MedusaContainer,
  { refund, lines }: Restocking,
): Promise<[string, number][]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const units = new Map<string, number>();
  for (const { line_item_id, quantity } of refund.goods) {
    const variant_id = lines.find(({ id }) => id === line_item_id)?.variant_id;
    if (variant_id) units.set(variant_id, (units.get(variant_id) ?? 0) + quantity);
  }
  const { data } = await query.graph({
    entity: "variant",
    fields: [
      "id",
      "manage_inventory",
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
    ],
    filters: { id: [...units.keys()] },
  });
  const amounts = new Map<string, number>();
  for (const variant of data as unknown as VariantShape[]) {
    if (!variant.manage_inventory) continue;
    for (const item of variant.inventory_items ?? []) {
      const amount = (units.get(variant.id) ?? 0) * Number(item.required_quantity);
      amounts.set(item.inventory_item_id, (amounts.get(item.inventory_item_id) ?? 0) + amount);
    }
  }
  return [...amounts].sort(([a], [b]) => (a < b ? -1 : 1));
}

type VariantShape = {
  id: string;
  manage_inventory: boolean;
  inventory_items?: { inventory_item_id: string; required_quantity: number }[];
};
