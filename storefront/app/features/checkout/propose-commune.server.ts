import type { Commune } from "@cho-lang/shared/address";
import { resolveCommune } from "@cho-lang/shared/communes";
import type { Language } from "@cho-lang/shared/language";
import { phrases } from "../../language/phrases";
import type { CheckoutFaults, CheckoutValues } from "./checkout-values";

/** What the districts of before July 2025 are called; they are no communes, whatever their names. */
const DISTRICT = /^(quận|huyện|thị xã|thành phố)\s/iu;

/**
 * The commune that stands behind the house and street, between commas, by its name of today or of
 * before July 2025: "12 Phất Lộc, phường Hàng Buồm, quận Hoàn Kiếm". Null when none is meant there,
 * or when it may be several.
 */
export function communeNamedIn(street: string, provinceCode: string): Commune | null {
  const [, ...places] = street.normalize("NFC").split(",");
  for (const [index, place] of places.entries()) {
    if (place.trim() === "" || DISTRICT.test(place.trim())) continue;
    const within = places[index + 1] ?? "";
    const commune =
      resolveCommune(provinceCode, `${place},${within}`) ?? resolveCommune(provinceCode, place);
    if (commune) return commune;
  }
  return null;
}

/**
 * Many know only the old name of where they live, which is in no list. When no commune was chosen
 * but the street names one, it is chosen, and the buyer is asked to look at it before ordering again.
 */
export function proposeCommune(facts: {
  values: CheckoutValues;
  faults: CheckoutFaults | undefined;
  language: Language;
}): { values?: CheckoutValues; faults?: CheckoutFaults } {
  const { values, faults, language } = facts;
  if (values.commune_code !== "" || !faults?.commune_code) return {};
  const commune = communeNamedIn(values.street, values.province_code);
  if (!commune) return {};
  return {
    values: { ...values, commune_code: commune.code },
    faults: {
      ...faults,
      commune_code: phrases(language).checkout.communeProposed(commune.name),
    },
  };
}
