import { localeOf } from "@cho-lang/shared/language";
import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules, ProductStatus } from "@medusajs/framework/utils";
import {
  createLinksWorkflow,
  createProductsWorkflow,
  createTranslationsWorkflow,
} from "@medusajs/medusa/core-flows";
import { PRODUCER_MODULE } from "../../modules/producer";
import { submitCertificationsWorkflow } from "../../workflows/certification/submit-certifications";
import { verifyCertificationsWorkflow } from "../../workflows/certification/verify-certifications";
import { createProducersWorkflow } from "../../workflows/producer/create-producers";
import { type ScaleProduct, scaleProducer, scaleProduct } from "./scale-deal";
import { graph, mustHave, SEED_ACTOR, say } from "./stages/context";
import type { Picture, Pictures } from "./stages/pictures";
import type { Shop } from "./stages/shop";

/** Products in one piece of work; workflows take at most 100 rows. */
const CHUNK = 100;
/** A line of progress after this many products. */
const REPORT_EVERY = 1000;

interface Row {
  id: string;
  handle: string;
  producer?: { id: string } | null;
}

/**
 * Fills the catalog with synthetic products until there are `count` of them, for benchmarks. They
 * are for reading: they cannot run out of stock and their producers send nothing. The same count
 * gives the same products; a repeat adds what is missing.
 */
export async function seedScale(
  container: MedusaContainer,
  input: { count: number; shop: Shop; pictures: Pictures },
): Promise<void> {
  const started = performance.now();
  let added = 0;
  for (let from = 0; from < input.count; from += CHUNK) {
    const size = Math.min(CHUNK, input.count - from);
    const products = Array.from({ length: size }, (_, index) =>
      scaleProduct(from + index, input.shop.anchor),
    );
    added += await seedChunk(container, { ...input, products });
    const done = from + size;
    if (done % REPORT_EVERY === 0 || done === input.count) {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      say(`scale  ${done} of ${input.count} products, ${added} added, ${seconds} s`);
    }
  }
}

async function seedChunk(
  container: MedusaContainer,
  input: { products: ScaleProduct[]; shop: Shop; pictures: Pictures },
): Promise<number> {
  const { products, shop } = input;
  const producers = await producersOf(container, products);
  const present = new Set((await rowsOf(container, products)).map(({ handle }) => handle));
  const missing = products.filter(({ handle }) => !present.has(handle));
  if (missing.length > 0) {
    const pictures = await input.pictures.take(missing.map(({ fact }) => fact.drawing));
    await createProductsWorkflow(container).run({
      input: {
        products: missing.map((product) =>
          productInput(product, shop, mustHave(pictures, product.fact.drawing)),
        ),
      },
    });
  }
  const rows = await rowsOf(container, products);
  const dealt = new Map(products.map((product) => [product.handle, product]));
  const loose = rows.filter(({ producer }) => !producer);
  if (loose.length > 0) {
    await createLinksWorkflow(container).run({
      input: loose.map(({ id, handle }) => ({
        [PRODUCER_MODULE]: { producer_id: mustHave(producers, mustHave(dealt, handle).producer) },
        [Modules.PRODUCT]: { product_id: id },
      })),
    });
  }
  await translate(container, rows, dealt);
  await certify(container, rows, dealt);
  return missing.length;
}

/** Ids by handle of the producers of these products; adds those that are missing. */
async function producersOf(
  container: MedusaContainer,
  products: readonly ScaleProduct[],
): Promise<Map<string, string>> {
  const handles = [...new Set(products.map(({ producer }) => producer))];
  const present = await graph<{ id: string; handle: string }>(container, {
    entity: "producer",
    fields: ["id", "handle"],
    filters: { handle: handles },
  });
  const ids = new Map(present.map(({ id, handle }) => [handle, id]));
  const missing = handles
    .filter((handle) => !ids.has(handle))
    .map((handle) => scaleProducer(Number(handle.slice(-6)) - 1));
  if (missing.length > 0) {
    const { result } = await createProducersWorkflow(container).run({
      input: {
        producers: missing.map(({ owner, ...producer }) => ({
          ...producer,
          legal_form: "household" as const,
          story: "Dữ liệu thử nghiệm.",
          status: "open" as const,
          is_demo: true,
          members: [{ ...owner, role: "owner" as const }],
        })),
      },
    });
    for (const { id, handle } of result) ids.set(handle, id);
  }
  return ids;
}

function productInput(
  product: ScaleProduct,
  shop: Shop,
  picture: Picture,
): CreateProductWorkflowInputDTO {
  const { group, subgroup, season_months, handling, marks } = product.fact;
  const { url, width, height, alt_vi, alt_en } = picture;
  const unit = { unit_vi: product.unit.vi, unit_en: product.unit.en };
  return {
    title: product.title.vi,
    handle: product.handle,
    description: product.story.vi,
    status: ProductStatus.PUBLISHED,
    type_id: mustHave(shop.types, product.kind),
    category_ids: [mustHave(shop.categories, `${group}-${subgroup}`)],
    sales_channels: [{ id: shop.channel_id }],
    weight: product.weight_grams,
    thumbnail: url,
    images: [{ url, metadata: { width, height, alt_vi, alt_en } }],
    options: [{ title: "Quy cách", values: [product.unit.vi] }],
    variants: [
      {
        title: product.unit.vi,
        manage_inventory: false,
        options: { "Quy cách": product.unit.vi },
        prices: [{ currency_code: "vnd", amount: product.price_vnd }],
        metadata: unit,
      },
    ],
    metadata: {
      is_demo: true,
      group,
      subgroup,
      ...unit,
      season_months,
      handling,
      marks,
      duration_hours: product.duration_hours,
      picture: { width, height },
      alt_vi,
      alt_en,
    },
  };
}

async function translate(
  container: MedusaContainer,
  rows: readonly Row[],
  dealt: ReadonlyMap<string, ScaleProduct>,
): Promise<void> {
  const present = await graph<{ reference_id: string }>(container, {
    entity: "translation",
    fields: ["reference_id"],
    filters: { reference_id: rows.map(({ id }) => id), locale_code: localeOf("en") },
  });
  const known = new Set(present.map(({ reference_id }) => reference_id));
  const missing = rows.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  await createTranslationsWorkflow(container).run({
    input: {
      translations: missing.map(({ id, handle }) => {
        const { title, story } = mustHave(dealt, handle);
        return {
          reference: "product",
          reference_id: id,
          locale_code: localeOf("en"),
          translations: { title: title.en, description: story.en },
        };
      }),
    },
  });
}

async function certify(
  container: MedusaContainer,
  rows: readonly Row[],
  dealt: ReadonlyMap<string, ScaleProduct>,
): Promise<void> {
  const present = await graph<{ id: string; product_id: string; status: string }>(container, {
    entity: "certification",
    fields: ["id", "product_id", "status"],
    filters: { product_id: rows.map(({ id }) => id) },
  });
  const known = new Set(present.map(({ product_id }) => product_id));
  const missing = rows.filter(({ id }) => !known.has(id));
  const waiting = present.filter(({ status }) => status === "submitted").map(({ id }) => id);
  if (missing.length > 0) {
    const { result } = await submitCertificationsWorkflow(container).run({
      input: {
        actor: SEED_ACTOR,
        certifications: missing.map(({ id, handle }) => {
          const { stars, decision_number, decided_on } = mustHave(dealt, handle);
          return { product_id: id, stars, decision_number, decided_on, is_demo: true };
        }),
      },
    });
    waiting.push(...result.map(({ id }) => id));
  }
  if (waiting.length === 0) return;
  await verifyCertificationsWorkflow(container).run({
    input: { ids: waiting, actor: SEED_ACTOR },
  });
}

function rowsOf(container: MedusaContainer, products: readonly ScaleProduct[]): Promise<Row[]> {
  return graph<Row>(container, {
    entity: "product",
    fields: ["id", "handle", "producer.id"],
    filters: { handle: products.map(({ handle }) => handle) },
  });
}
