import {
  GROUPS,
  groupLabel,
  groupOf,
  SUBGROUPS,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { localeOf } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import { createTranslationsWorkflow } from "@medusajs/medusa/core-flows";
import type { Deal } from "../deal";
import { DRAWINGS } from "../facts";
import { batches, graph, mustHave, type Outcome } from "./context";
import { seededProducts } from "./products";

const BATCH = 250;
const ENGLISH = localeOf("en");

interface Wanted {
  reference: string;
  reference_id: string;
  translations: Record<string, string>;
}

/**
 * Writes the English texts that are missing: of products, variants and categories always, of
 * villages and producers where a run broke off between the row and its text.
 */
export async function seedEnglish(container: MedusaContainer, demo: Deal): Promise<Outcome> {
  const wanted = [
    ...(await categoryTexts(container)),
    ...(await productTexts(container, demo)),
    ...(await villageTexts(container, demo)),
    ...(await producerTexts(container, demo)),
  ];
  const present = await graph<{ reference_id: string }>(container, {
    entity: "translation",
    fields: ["reference_id"],
    filters: {
      reference: [...new Set(wanted.map(({ reference }) => reference))],
      locale_code: ENGLISH,
    },
  });
  const known = new Set(present.map(({ reference_id }) => reference_id));
  const missing = wanted.filter(({ reference_id }) => !known.has(reference_id));
  for (const batch of batches(missing, BATCH)) {
    await createTranslationsWorkflow(container).run({
      input: { translations: batch.map((row) => ({ ...row, locale_code: ENGLISH })) },
    });
  }
  return { added: missing.length, present: wanted.length - missing.length };
}

async function categoryTexts(container: MedusaContainer): Promise<Wanted[]> {
  const names = new Map([
    ...GROUPS.map((group): [string, string] => [group, groupLabel(group, "en")]),
    ...SUBGROUPS.map((set): [string, string] => [
      `${groupOf(set)}-${set}`,
      subgroupLabel(set, "en"),
    ]),
  ]);
  const rows = await byHandle(container, "product_category", [...names.keys()]);
  return rows.map(({ id, handle }) => ({
    reference: "product_category",
    reference_id: id,
    translations: { name: mustHave(names, handle) },
  }));
}

async function productTexts(container: MedusaContainer, demo: Deal): Promise<Wanted[]> {
  const dealt = new Map(demo.products.map((product) => [product.handle, product]));
  const rows = await seededProducts(container, demo.products);
  return rows.flatMap(({ id, handle, variants }) => {
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
}

async function villageTexts(container: MedusaContainer, demo: Deal): Promise<Wanted[]> {
  const dealt = new Map(demo.villages.map((village) => [village.handle, village]));
  const rows = await byHandle(container, "village", [...dealt.keys()]);
  return rows.map(({ id, handle }) => {
    const { name_en, craft_en, story, drawing } = mustHave(dealt, handle);
    const picture_alt = mustHave(DRAWINGS, drawing).alt_en;
    return {
      reference: "village",
      reference_id: id,
      translations: { name: name_en, craft: craft_en, story: story.en, picture_alt },
    };
  });
}

async function producerTexts(container: MedusaContainer, demo: Deal): Promise<Wanted[]> {
  const dealt = new Map(demo.producers.map((producer) => [producer.handle, producer]));
  const rows = await byHandle(container, "producer", [...dealt.keys()]);
  return rows.map(({ id, handle }) => {
    const { story, drawing } = mustHave(dealt, handle);
    const picture_alt = mustHave(DRAWINGS, drawing).alt_en;
    return {
      reference: "producer",
      reference_id: id,
      translations: { story: story.en, picture_alt },
    };
  });
}

function byHandle(container: MedusaContainer, entity: string, handles: string[]) {
  return graph<{ id: string; handle: string }>(container, {
    entity,
    fields: ["id", "handle"],
    filters: { handle: handles },
  });
}
