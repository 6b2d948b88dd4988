import { PROVINCES, type Province, REGION_SLUGS, type RegionSlug } from "./geography-data";
import type { Language, Phrase } from "./language";
import { foldForSearch } from "./vietnamese";

export { PROVINCES, type Province, REGION_SLUGS, type RegionSlug };

/** A region: its place in the order from north to south (1 to 6) and its names. */
export interface Region {
  slug: RegionSlug;
  order: number;
  name_vi: string;
  name_en: string;
}

/** An archipelago that every map shown in Vietnam includes, with the province it belongs to. */
export interface Island {
  slug: string;
  name_vi: string;
  name_en: string;
  province_code: string;
  /** Column and row of its tile, which is two columns wide. */
  tile: readonly [number, number];
}

const REGION_NAMES: Readonly<Record<RegionSlug, Phrase>> = {
  "northern-midlands-mountains": {
    vi: "Trung du và miền núi phía Bắc",
    en: "Northern Midlands and Mountains",
  },
  "red-river-delta": { vi: "Đồng bằng sông Hồng", en: "Red River Delta" },
  "north-central": { vi: "Bắc Trung Bộ", en: "North Central Coast" },
  "south-central-coast-highlands": {
    vi: "Duyên hải Nam Trung Bộ và Tây Nguyên",
    en: "South Central Coast and Central Highlands",
  },
  southeast: { vi: "Đông Nam Bộ", en: "Southeast" },
  "mekong-delta": { vi: "Đồng bằng sông Cửu Long", en: "Mekong Delta" },
};

/** The six regions, from north to south. */
export const REGIONS: readonly Region[] = REGION_SLUGS.map((slug, index) => ({
  slug,
  order: index + 1,
  name_vi: REGION_NAMES[slug].vi,
  name_en: REGION_NAMES[slug].en,
}));

/** The two archipelagos: special zones of Đà Nẵng and of Khánh Hòa. */
export const ISLANDS: readonly Island[] = [
  {
    slug: "hoang-sa",
    name_vi: "Hoàng Sa",
    name_en: "Hoang Sa",
    province_code: "48",
    tile: [7, 7],
  },
  {
    slug: "truong-sa",
    name_vi: "Trường Sa",
    name_en: "Truong Sa",
    province_code: "56",
    tile: [7, 13],
  },
];

// Names that people type and that no list of provinces holds; keys are folded, without spaces.
const NICKNAMES: Readonly<Record<string, string>> = {
  hcm: "79",
  hcmc: "79",
  tphcm: "79",
  tphochiminhcity: "79",
  saigon: "79",
  tpsaigon: "79",
  sg: "79",
  vungtau: "79",
  hn: "01",
  thuathienhue: "46",
  daclac: "66",
  darlac: "66",
  dacnong: "68",
  backan: "19",
  baccan: "19",
  contum: "51",
};

const BY_CODE = new Map(PROVINCES.map((province) => [province.code, province]));
const BY_NAME = nameIndex();

/** Whether a value from outside names an official region. */
export function isRegionSlug(value: unknown): value is RegionSlug {
  return REGION_SLUGS.some((slug) => slug === value);
}

/** The province with this official two-digit code, or null. */
export function provinceByCode(code: string): Province | null {
  return BY_CODE.get(code) ?? null;
}

/** The provinces of a region in the order of their codes. */
export function provincesOf(region: RegionSlug): Province[] {
  return PROVINCES.filter((province) => province.region === region);
}

/**
 * The province of today that a text names: its code, slug, present or former name, Vietnamese or
 * English, with or without diacritics, spaces and "tỉnh" or "thành phố" ("TP.HCM", "Sài Gòn",
 * "Ba Ria Vung Tau", "daklak"). Null when nothing fits.
 */
export function resolveProvince(text: string): Province | null {
  const trimmed = text.trim();
  const byCode = BY_CODE.get(trimmed);
  if (byCode) return byCode;
  const key = nameKey(trimmed);
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(/^(tinh|thanhpho|tp)/, "")) ?? null;
}

/** The region's name. */
export function regionName(slug: RegionSlug, language: Language): string {
  return REGION_NAMES[slug][language];
}

/** The province's name without its kind. */
export function provinceName(
  province: Pick<Province, "name_vi" | "name_en">,
  language: Language,
): string {
  return language === "vi" ? province.name_vi : province.name_en;
}

function nameKey(text: string): string {
  return foldForSearch(text).replaceAll(" ", "");
}

function nameIndex(): Map<string, Province> {
  const index = new Map<string, Province>();
  for (const [nickname, code] of Object.entries(NICKNAMES)) {
    const province = BY_CODE.get(code);
    if (province) index.set(nickname, province);
  }
  // Present names are entered last: where a former province shares one, today's meaning wins.
  for (const province of PROVINCES) {
    for (const name of province.former) index.set(nameKey(name), province);
  }
  for (const province of PROVINCES) {
    for (const name of [province.name_en, province.full_name_vi, province.name_vi]) {
      index.set(nameKey(name), province);
    }
  }
  return index;
}
