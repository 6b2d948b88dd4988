import { localeOf } from "@cho-lang/shared/language";
import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules, ProductStatus } from "@medusajs/framework/utils";
import {
  createLinksWorkflow,
  createProductsWorkflow,
  createTranslationsWorkflow,
} from "@medusajs/medusa/core-flows";
import type { DealtProduct } from "../deal";
import { batches, graph, mustHave, type Outcome } from "./context";
import type { Picture, Pictures } from "./pictures";
import type { Shop } from "./shop";

/** Keys of our modules, as links know them. */
const PRODUCER_MODULE = "producer";
const VILLAGE_MODULE = "village";
const BATCH = 60;
/** The one choice of goods: how they are packed. */
const PACK = "Quy cách";

/** A product of the demo in the database. */
export interface SeededProduct {
  id: string;
  handle: string;
  producer: { id: string } | null;
  village: { id: string } | null;
  variants: { id: string; title: string }[];
}

/** Adds the products that are not there yet through the core's workflow. */
export async function seedProducts(
  container: MedusaContainer,
  input: { products: readonly DealtProduct[]; shop: Shop; pictures: Pictures },
): Promise<Outcome> {
  const { products, shop, pictures } = input;
  const present = new Set((await seededProducts(container, products)).map(({ handle }) => handle));
  const missing = products.filter(({ handle }) => !present.has(handle));
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
        sku: product.handle.toUpperCase(),
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

/** Writes the English texts of products and variants that have none. */
export async function seedProductTranslations(
  container: MedusaContainer,
  products: readonly DealtProduct[],
): Promise<Outcome> {
  const dealt = new Map(products.map((product) => [product.handle, product]));
  const rows = await seededProducts(container, products);
  const wanted = rows.flatMap(({ id, handle, variants }) => {
    const { title, story, unit } = mustHave(dealt, handle);
    return [
      {
        reference: "product",
        reference_id: id,
        translations: { title: title.en, description: story.en },
      },
      ...variants.map((variant) => ({
        reference: "product_variant",
        reference_id: variant.id,
        translations: { title: unit.en },
      })),
    ];
  });
  const present = await graph<{ reference_id: string }>(container, {
    entity: "translation",
    fields: ["reference_id"],
    filters: { reference: ["product", "product_variant"], locale_code: localeOf("en") },
  });
  const known = new Set(present.map(({ reference_id }) => reference_id));
  const missing = wanted.filter(({ reference_id }) => !known.has(reference_id));
  for (const batch of batches(missing, BATCH * 4)) {
    await createTranslationsWorkflow(container).run({
      input: { translations: batch.map((row) => ({ ...row, locale_code: localeOf("en") })) },
    });
  }
  return { added: missing.length, present: wanted.length - missing.length };
}

/** The demo's products that are in the database, in no order. */
export function seededProducts(
  container: MedusaContainer,
  products: readonly Pick<DealtProduct, "handle">[],
): Promise<SeededProduct[]> {
  return graph<SeededProduct>(container, {
    entity: "product",
    fields: ["id", "handle", "producer.id", "village.id", "variants.id", "variants.title"],
    filters: { handle: products.map(({ handle }) => handle) },
  });
}
