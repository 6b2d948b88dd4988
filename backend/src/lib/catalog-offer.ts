import type { CatalogAnswer, CatalogFacetValue } from "@cho-lang/shared/contracts/catalog";
import {
  GROUPS,
  groupLabel,
  PRODUCT_KINDS,
  productKindLabel,
  SUBGROUPS,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { PROVINCES, provinceName, REGION_SLUGS, regionName } from "@cho-lang/shared/geography";
import { LANGUAGES, type Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { compareVietnamese } from "@cho-lang/shared/vietnamese";
import { PRICE_STEPS } from "./catalog-index";

type Offer = Record<keyof CatalogAnswer["facets"], Omit<CatalogFacetValue, "count">[]>;

/** The price ranges as an engine counts them, with the keys that the contract shows. */
export const priceRanges = PRICE_STEPS.map((from, index) => {
  const to = PRICE_STEPS[index + 1];
  return { key: to === undefined ? `${from}-` : `${from}-${to - 1}`, from, ...(to ? { to } : {}) };
});

/** Values that a facet offers in each language, in the order in which a shopper sees them. */
export const offered = Object.fromEntries(
  LANGUAGES.map((language) => [language, offer(language)]),
) as Record<Language, Offer>;

function offer(language: Language): Offer {
  return {
    kind: PRODUCT_KINDS.map((value) => ({ value, label: productKindLabel(value, language) })),
    region: REGION_SLUGS.map((value) => ({ value, label: regionName(value, language) })),
    province: PROVINCES.map((province) => ({
      value: province.code,
      label: provinceName(province, language),
    })).sort((a, b) => compareVietnamese(a.label, b.label)),
    group: GROUPS.map((value) => ({ value, label: groupLabel(value, language) })),
    subgroup: SUBGROUPS.map((value) => ({ value, label: subgroupLabel(value, language) })),
    stars: [5, 4, 3].map((stars) => ({
      value: String(stars),
      label: language === "vi" ? `${stars} sao` : `${stars} stars`,
    })),
    price: priceRanges.map((range) => ({ value: range.key, label: priceLabel(range, language) })),
  };
}

/** "Dưới 50.000 ₫", "50.000 ₫ – dưới 100.000 ₫", "Từ 1.000.000 ₫". */
function priceLabel({ from, to }: { from: number; to?: number }, language: Language): string {
  const under = language === "vi" ? "dưới" : "under";
  if (to === undefined) return `${language === "vi" ? "Từ" : "From"} ${formatVnd(from, language)}`;
  if (from === 0) {
    return `${language === "vi" ? "Dưới" : "Under"} ${formatVnd(to, language)}`;
  }
  return `${formatVnd(from, language)} – ${under} ${formatVnd(to, language)}`;
}
