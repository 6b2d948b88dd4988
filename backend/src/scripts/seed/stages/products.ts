import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules, ProductStatus } from "@medusajs/framework/utils";
import {
  createLinksWorkflow,
  createProductsWorkflow,
  deleteInventoryItemWorkflow,
  deleteProductsWorkflow,
} from "@medusajs/medusa/core-flows";
import { PRODUCER_MODULE } from "../../../modules/producer";
import { VILLAGE_MODULE } from "../../../modules/village";
import type { DealtProduct } from "../deal";
import { batches, graph, mustHave, type Outcome } from "./context";
import type { Picture, Pictures } from "./pictures";
import type { Shop } from "./shop";

const BATCH = 60;
/** The one choice of goods: how they are packed. */
const PACK = "Quy cách";

/** A product of the demo in the database. */
export interface SeededProduct {
  id: string;
  handle: string;
  producer: { id: string } | null;
  village: { id: string } | null;
  type: { value: string } | null;
  variants: {
    id: string;
    price_set: { prices: { id: string }[] } | null;
    inventory_items: { inventory_item_id: string }[] | null;
  }[];
}

/**
 * Adds the products that are not there yet through the core's workflow. The core writes a product
 * in several transactions: one that a killed run left without price or stock item is made anew.
 */
export async function seedProducts(
  container: MedusaContainer,
  input: { products: readonly DealtProduct[]; shop: Shop; pictures: Pictures },
): Promise<Outcome> {
  const { products, shop, pictures } = input;
  const rows = await seededProducts(container, products);
  const halves = rows.filter((row) => !isWhole(row));
  if (halves.length > 0) {
    await deleteProductsWorkflow(container).run({ input: { ids: halves.map(({ id }) => id) } });
  }
  const present = new Set(rows.filter(isWhole).map(({ handle }) => handle));
  const missing = products.filter(({ handle }) => !present.has(handle));
  await deleteStrayItems(container, missing.map(skuOf));
  for (const batch of batches(missing, BATCH)) {
    const taken = await pictures.take(batch.flatMap(({ drawings }) => drawings));
    await createProductsWorkflow(container).run({
      input: {
        products: batch.map((product) =>
          productInput(
            product,
            shop,
            product.drawings.map((id) => mustHave(taken, id)),
          ),
        ),
      },
    });
  }
  return { added: missing.length, present: present.size };
}

function isWhole({ variants, type }: SeededProduct): boolean {
  const isGoods = type?.value === "goods";
  return (
    variants.length > 0 &&
    variants.every(
      ({ price_set, inventory_items }) =>
        (price_set?.prices ?? []).length > 0 && (!isGoods || (inventory_items ?? []).length > 0),
    )
  );
}

/** Stock items whose variant was never written would refuse their number to the next one. */
async function deleteStrayItems(container: MedusaContainer, skus: string[]): Promise<void> {
  if (skus.length === 0) return;
  const strays = await graph<{ id: string }>(container, {
    entity: "inventory_item",
    fields: ["id"],
    filters: { sku: skus },
  });
  if (strays.length === 0) return;
  await deleteInventoryItemWorkflow(container).run({ input: strays.map(({ id }) => id) });
}

function skuOf({ handle }: { handle: string }): string {
  return handle.toUpperCase();
}

function productInput(
  product: DealtProduct,
  shop: Shop,
  pictures: readonly Picture[],
): CreateProductWorkflowInputDTO {
  const [first] = pictures;
  const isGoods = product.kind === "goods";
  return {
    title: product.title.vi,
    handle: product.handle,
    description: product.story.vi,
    status: ProductStatus.PUBLISHED,
    type_id: mustHave(shop.types, product.kind),
    category_ids: [mustHave(shop.categories, `${product.group}-${product.subgroup}`)],
    sales_channels: [{ id: shop.channel_id }],
    // A line needs a parcel when its product has a shipping profile; visits need none.
    ...(isGoods ? { shipping_profile_id: shop.profile_id, weight: product.weight_grams } : {}),
    origin_country: "vn",
    thumbnail: first?.url ?? null,
    images: pictures.map(({ url, ...metadata }) => ({ url, metadata })),
    options: [{ title: PACK, values: [product.unit.vi] }],
    variants: [
      {
        title: product.unit.vi,
        sku: skuOf(product),
        manage_inventory: isGoods,
        options: { [PACK]: product.unit.vi },
        prices: [{ currency_code: "vnd", amount: product.price_vnd }],
        metadata: { unit_vi: product.unit.vi, unit_en: product.unit.en },
      },
    ],
    metadata: {
      is_demo: true,
      group: product.group,
      subgroup: product.subgroup,
      unit_vi: product.unit.vi,
      unit_en: product.unit.en,
      season_months: product.season_months,
      handling: product.handling,
      marks: product.marks,
      duration_hours: product.duration_hours,
      offering_vi: product.offering?.vi ?? null,
      offering_en: product.offering?.en ?? null,
      picture: first ? { width: first.width, height: first.height } : null,
      alt_vi: first?.alt_vi ?? null,
      alt_en: first?.alt_en ?? null,
    },
  };
}

/** Ties products to their producers and villages where that is missing. */
export async function seedOwners(
  container: MedusaContainer,
  input: {
    products: readonly DealtProduct[];
    producers: ReadonlyMap<string, string>;
    villages: ReadonlyMap<string, string>;
  },
): Promise<Outcome> {
  const dealt = new Map(input.products.map((product) => [product.handle, product]));
  const rows = await seededProducts(container, input.products);
  const links = rows.flatMap((row) => {
    const { producer, village } = mustHave(dealt, row.handle);
    const product = { product_id: row.id };
    return [
      ...(row.producer
        ? []
        : [
            {
              [PRODUCER_MODULE]: { producer_id: mustHave(input.producers, producer) },
              [Modules.PRODUCT]: product,
            },
          ]),
      ...(row.village || village === null
        ? []
        : [
            {
              [VILLAGE_MODULE]: { village_id: mustHave(input.villages, village) },
              [Modules.PRODUCT]: product,
            },
          ]),
    ];
  });
  if (links.length > 0) await createLinksWorkflow(container).run({ input: links });
  const all = rows.length + rows.filter((row) => mustHave(dealt, row.handle).village).length;
  return { added: links.length, present: all - links.length };
}

/** The demo's products that are in the database, in no order. */
export function seededProducts(
  container: MedusaContainer,
  products: readonly Pick<DealtProduct, "handle">[],
): Promise<SeededProduct[]> {
  return graph<SeededProduct>(container, {
    entity: "product",
    fields: [
      "id",
      "handle",
      "type.value",
      "producer.id",
      "village.id",
      "variants.id",
      "variants.price_set.prices.id",
      "variants.inventory_items.inventory_item_id",
    ],
    filters: { handle: products.map(({ handle }) => handle) },
  });
}
