import type { LocalDate } from "@cho-lang/shared/calendar";
import type { Picture } from "@cho-lang/shared/contracts/parts";
import type { CatalogDetail, ProductVariant } from "@cho-lang/shared/contracts/product";
import { starsToday } from "@cho-lang/shared/domain/certification";
import { groupOf, isGroup, isSubgroup } from "@cho-lang/shared/domain/product";
import { parseMeasure, unitLabel } from "@cho-lang/shared/domain/unit";
import type { Language } from "@cho-lang/shared/language";
import { unitPrice } from "@cho-lang/shared/money";
import type { CatalogDetailRow } from "../../../reports/catalog-detail";
import { type ProductFacts, readProductFacts, readSize } from "../../../reports/product-facts";
import { certificateOf } from "../certifications/view";
import { pictureOf, provinceView } from "../place";
import { makerView } from "../producers/view";

/** A product's page as the contract has it, or null when the product is in no group. */
export function detailView(
  row: CatalogDetailRow,
  { language, today }: { language: Language; today: LocalDate },
): CatalogDetail | null {
  const facts = readProductFacts(row.metadata);
  const { subgroup } = facts;
  if (!isSubgroup(subgroup)) return null;
  const kind = row.type === "tour" ? "tour" : "product";
  const { producer, village } = row;
  const certificates = row.certificates.flatMap((certificate) =>
    certificateOf(
      {
        ...certificate,
        product_title: row.title,
        product: { id: row.id, handle: row.handle, title: row.title, type: { value: kind } },
        producer,
      },
      today,
      language,
    ),
  );
  return {
    id: row.id,
    kind,
    handle: row.handle,
    title: row.title,
    story: row.description ?? "",
    group: isGroup(facts.group) ? facts.group : groupOf(subgroup),
    subgroup,
    stars: starsToday(
      certificates.map((certificate) => ({
        ...certificate,
        status: certificate.state === "revoked" ? "revoked" : "verified",
      })),
      today,
    ),
    variants: row.variants.map((variant) => variantView(row, variant, language)),
    pictures: picturesOf(row, facts, language),
    weight_grams: row.weight === null ? null : Math.round(row.weight),
    handling: facts.handling,
    marks: facts.marks,
    season_months: facts.season_months,
    duration_hours: facts.duration_hours,
    offering: facts.offering[language] ?? facts.offering.vi,
    certificates,
    producer: { ...makerView(producer, today), product_count: row.product_count },
    village: village
      ? {
          handle: village.handle,
          name: village.name,
          craft: village.craft,
          picture: pictureOf(village),
        }
      : null,
    province: provinceView(
      kind === "tour" ? (village?.province_code ?? producer.province_code) : producer.province_code,
      language,
    ),
  };
}

function variantView(
  row: CatalogDetailRow,
  variant: CatalogDetailRow["variants"][number],
  language: Language,
): ProductVariant {
  const { unit } = readProductFacts({ ...row.metadata, ...variant.metadata });
  const price_vnd = Math.round(variant.price);
  const source = unit.vi ?? "";
  return {
    id: variant.id,
    title: variant.title,
    price_vnd,
    unit: language === "vi" ? source : (unit.en ?? unitLabel(source, "en")),
    unit_price: unitPrice({ price_vnd, measure: parseMeasure(source) }),
    stock: variant.stock,
  };
}

/** The product's images, or its thumbnail alone; each with the best size and text known for it. */
function picturesOf(row: CatalogDetailRow, facts: ProductFacts, language: Language): Picture[] {
  const images =
    row.images.length === 0 && row.thumbnail
      ? [{ url: row.thumbnail, metadata: null }]
      : row.images;
  return images.map(({ url, metadata }) => {
    const own = readProductFacts(metadata);
    const size = readSize(metadata) ?? readSize(metadata?.picture) ?? facts.picture;
    const alt = own.alt[language] ?? facts.alt[language] ?? row.title;
    return { url, ...size, alt };
  });
}
