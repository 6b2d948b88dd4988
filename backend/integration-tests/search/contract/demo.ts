import type { LocalDate } from "@cho-lang/shared/calendar";
import { type CatalogDocument, catalogDocument } from "../../../src/reports/catalog-documents";
import { type DealtProduct, type DealtVillage, deal } from "../../../src/scripts/seed/deal";
import { DRAWINGS } from "../../../src/scripts/seed/facts";

/** The demo's own documents as the shop makes them, without a database; ids are the handles. */
export function demoDocuments(day: LocalDate): CatalogDocument[] {
  const demo = deal(day);
  const villages = new Map(demo.villages.map((village) => [village.handle, village]));
  const producers = new Map(demo.producers.map((producer) => [producer.handle, producer]));
  return demo.products.map((product) => {
    const producer = producers.get(product.producer);
    const village = villages.get(product.village ?? "");
    const document = producer && catalogDocument(rowOf(product, producer, village), day);
    if (!document) throw new Error(`${product.handle} is nowhere in the catalog`);
    return document;
  });
}

/** A product as `catalogRows` reads it after the seed; certificates are left out. */
function rowOf(
  product: DealtProduct,
  producer: { name: string; province_code: string },
  village: DealtVillage | undefined,
): Parameters<typeof catalogDocument>[0] {
  const drawing = DRAWINGS.get(product.drawings[0] ?? "");
  const unit = { unit_vi: product.unit.vi, unit_en: product.unit.en };
  return {
    id: product.handle,
    handle: product.handle,
    title: product.title.vi,
    title_en: product.title.en,
    description: product.story.vi,
    description_en: product.story.en,
    thumbnail: drawing ? `/static/${drawing.file}` : null,
    type: product.kind,
    metadata: {
      ...unit,
      group: product.group,
      subgroup: product.subgroup,
      season_months: product.season_months,
      duration_hours: product.duration_hours,
      offering_vi: product.offering?.vi ?? null,
      offering_en: product.offering?.en ?? null,
    },
    created: 1_700_000_000,
    producer_handle: product.producer,
    producer_name: producer.name,
    province_code: producer.province_code,
    village_handle: village?.handle ?? null,
    village_name: village?.name_vi ?? null,
    village_name_en: village?.name_en ?? null,
    village_craft: village?.craft_vi ?? null,
    village_province: village?.province_code ?? null,
    village_lat: village?.lat ?? null,
    village_lng: village?.lng ?? null,
    price: String(product.price_vnd),
    variant_metadata: unit,
    in_stock: product.stock === null || product.stock > 0,
    certificates: [],
  };
}
