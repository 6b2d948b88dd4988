import { type LocalDate, monthOf, todayInVietnam } from "@cho-lang/shared/calendar";
import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { isInForce, isStars } from "@cho-lang/shared/domain/certification";
import {
  type Group,
  groupLabel,
  groupOf,
  isGroup,
  isSubgroup,
  type Subgroup,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { isInSeason } from "@cho-lang/shared/domain/season";
import { parseMeasure, unitLabel } from "@cho-lang/shared/domain/unit";
import {
  type Province,
  provinceByCode,
  provinceName,
  regionName,
} from "@cho-lang/shared/geography";
import { LANGUAGES, type Language } from "@cho-lang/shared/language";
import { unitPrice } from "@cho-lang/shared/money";
import { type CatalogRow, catalogRows } from "./catalog-rows";
import { readProductFacts } from "./product-facts";

export { catalogProductIds } from "./catalog-rows";

/** A card without its stars, which the engine guards by date. */
type Card = Omit<CatalogHit, "stars" | "title_marks" | "distance_km">;

/** Degrees, WGS 84. */
type Place = { lat: number; lng: number };

/** A search document of the index `catalog`; see src/search/catalog.ts. */
export type CatalogDocument = {
  id: string;
  kind: string;
  region: string;
  province: string;
  group: string;
  subgroup: string;
  stars: number | null;
  stars_until: LocalDate | null;
  producer: string;
  village: string | null;
  price_vnd: number;
  quality: number;
  published: number;
  title: string;
  title_en: string;
  maker: string;
  place: string;
  sort_of_thing: string;
  story: string;
  location: Place | null;
  card_vi: string;
  card_en: string;
};

/** The documents of those of the products that shoppers may see today. */
export async function catalogDocuments(
  ids: readonly string[],
  now: Date,
): Promise<CatalogDocument[]> {
  const rows = await catalogRows(ids);
  const today = todayInVietnam(now);
  const documents: CatalogDocument[] = [];
  for (const row of rows) {
    const document = catalogDocument(row, today);
    if (document) documents.push(document);
  }
  return documents;
}

/**
 * One product as a document, or null when it belongs to no province or group and so nowhere in the
 * catalog.
 */
export function catalogDocument(row: CatalogRow, today: LocalDate): CatalogDocument | null {
  const facts = readProductFacts(row.metadata);
  const kind = row.type === "tour" ? "tour" : "product";
  const province = provinceByCode(
    kind === "tour" ? (row.village_province ?? row.province_code) : row.province_code,
  );
  const subgroup = facts.subgroup;
  if (!province || !isSubgroup(subgroup)) return null;
  const group = isGroup(facts.group) ? facts.group : groupOf(subgroup);
  const price_vnd = Math.round(Number(row.price));
  const certificate = certificateToday(row, today);
  const title_en = row.title_en ?? row.title;
  const card = (language: Language): Card => ({
    id: row.id,
    kind,
    handle: row.handle,
    title: language === "vi" ? row.title : title_en,
    producer: { handle: row.producer_handle, name: row.producer_name },
    village:
      row.village_handle === null || row.village_name === null
        ? null
        : {
            handle: row.village_handle,
            name: (language === "en" ? row.village_name_en : null) ?? row.village_name,
          },
    province: { code: province.code, name: provinceName(province, language) },
    region: province.region,
    group,
    subgroup,
    price_vnd,
    ...unitOf(row, price_vnd, language),
    in_stock: row.in_stock,
    season_months: facts.season_months,
    duration_hours: facts.duration_hours,
    thumbnail:
      row.thumbnail === null
        ? null
        : {
            url: row.thumbnail,
            ...facts.picture,
            alt: facts.alt[language] ?? (language === "vi" ? row.title : title_en),
          },
  });
  return {
    id: row.id,
    kind,
    region: province.region,
    province: province.code,
    group,
    subgroup,
    stars: certificate?.stars ?? null,
    stars_until: certificate?.expires_on ?? null,
    producer: row.producer_handle,
    village: row.village_handle,
    price_vnd,
    quality: qualityOf(
      row,
      certificate?.stars ?? 0,
      isInSeason(facts.season_months, monthOf(today)),
    ),
    published: row.created,
    title: row.title,
    title_en,
    maker: [row.producer_name, row.village_name, row.village_name_en].filter(Boolean).join(" | "),
    place: placeText(province),
    sort_of_thing: sortOfThing(group, subgroup),
    story: [
      row.description,
      row.description_en,
      row.village_craft,
      facts.offering.vi,
      facts.offering.en,
    ]
      .filter(Boolean)
      .join(" | "),
    location: placeOf(row),
    card_vi: JSON.stringify(card("vi")),
    card_en: JSON.stringify(card("en")),
  };
}

/** Of the village, or else where the authorities of the producer's province sit. */
function placeOf(row: CatalogRow): Place | null {
  const { village_lat: lat, village_lng: lng } = row;
  if (lat !== null && lng !== null) return { lat, lng };
  const seat = provinceByCode(row.province_code);
  return seat && { lat: seat.lat, lng: seat.lng };
}

/** The unit of the cheapest variant, or else of the product. */
function unitOf(
  row: CatalogRow,
  price_vnd: number,
  language: Language,
): Pick<Card, "unit" | "unit_price"> {
  const facts = readProductFacts({ ...row.metadata, ...row.variant_metadata });
  const unit = facts.unit.vi ?? "";
  return {
    unit: language === "vi" ? unit : (facts.unit.en ?? unitLabel(unit, "en")),
    unit_price: unitPrice({ price_vnd, measure: parseMeasure(unit) }),
  };
}

function certificateToday(row: CatalogRow, today: LocalDate) {
  const inForce = row.certificates.flatMap((facts) =>
    isStars(facts.stars) && isInForce({ ...facts, status: "verified" }, today) ? [facts] : [],
  );
  // The highest counts; among equals the one that lasts longest.
  inForce.sort((a, b) => b.stars - a.stars || (a.expires_on < b.expires_on ? 1 : -1));
  return inForce[0] ?? null;
}

/** Names of its group and subgroup. "Chế biến" would be met by everybody who looks for chè, tea. */
function sortOfThing(group: Group, subgroup: Subgroup): string {
  return LANGUAGES.flatMap((language) => [
    groupLabel(group, language),
    subgroupLabel(subgroup, language).replace(/chế biến (từ )?/i, ""),
  ]).join(" | ");
}

function placeText(province: Province): string {
  return [
    province.full_name_vi,
    province.name_en,
    ...province.former,
    ...LANGUAGES.map((language) => regionName(province.region, language)),
  ].join(" | ");
}

/**
 * What comes first: what can be bought, then more stars, then what is in season and has a picture.
 * The rest is dealt by the id, so that no producer's goods stand in one block.
 */
function qualityOf(row: CatalogRow, stars: number, isInSeasonNow: boolean): number {
  let dealt = 0;
  for (const letter of row.id) dealt = (dealt * 31 + letter.charCodeAt(0)) % 997;
  return (
    (row.in_stock ? 1_000_000 : 0) +
    stars * 100_000 +
    (isInSeasonNow ? 20_000 : 0) +
    (row.thumbnail === null ? 0 : 10_000) +
    dealt
  );
}
