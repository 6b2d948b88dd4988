import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createInventoryLevelsWorkflow,
  deleteFulfillmentSetsWorkflow,
  deleteStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows";
import { createProducerShippingWorkflow } from "../../../workflows/purchase/create-producer-shipping";
import type { DealtProduct, ToldProducer } from "../deal";
import { batches, graph, mustHave, type Outcome } from "./context";
import type { Shop } from "./shop";

const BATCH = 70;

/**
 * Gives producers their place and ways of delivery, where they have none. What a killed run left
 * half done, a place without ways of delivery or a zone without a place, is removed first.
 */
export async function seedDelivery(
  container: MedusaContainer,
  input: {
    producers: readonly ToldProducer[];
    ids: ReadonlyMap<string, string>;
    shop: Shop;
  },
): Promise<Outcome> {
  const rows = await placeRows(container, input.producers);
  const settled = new Set(rows.filter(isSettled).map(({ handle }) => handle));
  const missing = input.producers.filter(({ handle }) => !settled.has(handle));
  await clearHalves(
    container,
    rows.filter((row) => !isSettled(row)),
  );
  for (const batch of batches(missing, BATCH)) {
    await createProducerShippingWorkflow(container).run({
      input: {
        producers: batch.map(({ handle, name, street, commune_code, province_code }) => ({
          producer_id: mustHave(input.ids, handle),
          name,
          street,
          commune_code,
          province_code,
        })),
        sales_channel_id: input.shop.channel_id,
        shipping_profile_id: input.shop.profile_id,
      },
    });
  }
  return { added: missing.length, present: settled.size };
}

interface PlaceRow {
  id: string;
  handle: string;
  stock_location: { id: string } | null;
  shipping_options: { id: string }[] | null;
}

function isSettled(row: PlaceRow): boolean {
  return Boolean(row.stock_location) && (row.shipping_options ?? []).length > 0;
}

async function clearHalves(container: MedusaContainer, halves: PlaceRow[]): Promise<void> {
  const places = halves.flatMap(({ stock_location }) => stock_location?.id ?? []);
  if (places.length > 0) {
    await deleteStockLocationsWorkflow(container).run({ input: { ids: places } });
  }
  const sets = await graph<{ id: string }>(container, {
    entity: "fulfillment_set",
    fields: ["id"],
    filters: { name: halves.map(({ id }) => `Giao hàng ${id}`) },
  });
  if (sets.length > 0) {
    await deleteFulfillmentSetsWorkflow(container).run({
      input: { ids: sets.map(({ id }) => id) },
    });
  }
}

interface StockRow {
  handle: string;
  variants: {
    inventory_items: {
      inventory_item_id: string;
      inventory: { location_levels: { id: string }[] } | null;
    }[];
  }[];
}

/** Puts the first stock of goods into their producers' places, where none was counted yet. */
export async function seedStock(
  container: MedusaContainer,
  input: { products: readonly DealtProduct[]; producers: readonly ToldProducer[] },
): Promise<Outcome> {
  const places = await placesOf(container, input.producers);
  const goods = new Map(
    input.products
      .filter(({ kind }) => kind === "goods")
      .map((product) => [product.handle, product]),
  );
  const rows = await graph<StockRow>(container, {
    entity: "product",
    fields: [
      "handle",
      "variants.inventory_items.inventory_item_id",
      "variants.inventory_items.inventory.location_levels.id",
    ],
    filters: { handle: [...goods.keys()] },
  });
  const levels = rows.flatMap(({ handle, variants }) => {
    const { producer, stock } = mustHave(goods, handle);
    return variants
      .flatMap(({ inventory_items }) => inventory_items)
      .filter(({ inventory }) => (inventory?.location_levels ?? []).length === 0)
      .map(({ inventory_item_id }) => ({
        inventory_item_id,
        location_id: mustHave(places, producer),
        stocked_quantity: stock ?? 0,
      }));
  });
  for (const batch of batches(levels, BATCH * 2)) {
    await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels: batch } });
  }
  return { added: levels.length, present: rows.length - levels.length };
}

/** Stock location ids by the producer's handle. */
async function placesOf(
  container: MedusaContainer,
  producers: readonly ToldProducer[],
): Promise<Map<string, string>> {
  const rows = await placeRows(container, producers);
  return new Map(
    rows.flatMap(({ handle, stock_location }) =>
      stock_location ? [[handle, stock_location.id]] : [],
    ),
  );
}

function placeRows(
  container: MedusaContainer,
  producers: readonly ToldProducer[],
): Promise<PlaceRow[]> {
  return graph<PlaceRow>(container, {
    entity: "producer",
    fields: ["id", "handle", "stock_location.id", "shipping_options.id"],
    filters: { handle: producers.map(({ handle }) => handle) },
  });
}
