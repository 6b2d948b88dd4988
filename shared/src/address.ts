import { provinceByCode } from "./geography";
import type { Language } from "./language";
import { fold } from "./vietnamese";

/** A Vietnamese address since July 2025: two levels, no district. */
export interface Address {
  /** Two digits: "66". */
  province_code: string;
  /** Five digits: "24133". */
  commune_code: string;
  /** House number and street, or hamlet: 3 to 200 characters. */
  street: string;
}

/** A ward (phường), commune (xã) or special zone (đặc khu), with its kind in its name. */
export interface Commune {
  code: string;
  name: string;
  province_code: string;
}

/** Length of the street line, in characters after trimming. */
export const STREET_MIN = 3;
export const STREET_MAX = 200;

/** A faulty part of an address and why, as a stable code. */
export type AddressProblem =
  | { field: "province_code"; code: "unknown_province" }
  | { field: "commune_code"; code: "unknown_commune" | "commune_of_another_province" }
  | { field: "street"; code: "street_too_short" | "street_too_long" };

/**
 * What is wrong with an address, province first; empty when it can be delivered to. The table of
 * communes is the server's, so the look-up (`communeByCode`) comes from the caller.
 */
export function checkAddress(
  address: Address,
  findCommune: (code: string) => Commune | null,
): AddressProblem[] {
  const problems: AddressProblem[] = [];
  if (provinceByCode(address.province_code) === null) {
    problems.push({ field: "province_code", code: "unknown_province" });
  }
  const commune = findCommune(address.commune_code);
  if (commune === null) {
    problems.push({ field: "commune_code", code: "unknown_commune" });
  } else if (commune.province_code !== address.province_code) {
    problems.push({ field: "commune_code", code: "commune_of_another_province" });
  }
  const length = address.street.trim().length;
  if (length < STREET_MIN) problems.push({ field: "street", code: "street_too_short" });
  if (length > STREET_MAX) problems.push({ field: "street", code: "street_too_long" });
  return problems;
}

/**
 * The lines of an address as they stand on a parcel: street, commune, province. In English the
 * kinds are left out of the province's name; the commune stays as the carrier reads it.
 */
export function addressLines(address: Address, commune: Commune, language: Language): string[] {
  const province = provinceByCode(address.province_code);
  const last = language === "vi" ? province?.full_name_vi : province?.name_en;
  return [address.street.trim(), commune.name, last ?? address.province_code];
}

/** The kinds that stand before a commune's name, today's and those of before July 2025. */
const KINDS = /^(phường|xã|đặc khu|thị trấn|thị xã|thành phố|quận|huyện)\s+/iu;

/** A commune's or district's name without its kind: "Phường Ba Đình" is "Ba Đình". */
export function bareName(name: string): string {
  const composed = name.normalize("NFC").trim();
  const bare = composed.replace(KINDS, "");
  // "Phường 12" was a number only: there the kind is a part of the name.
  return /^\d+$/.test(bare) ? composed : bare;
}

/** Key for comparing names of places: folded, so that Hòa and Hoà, with or without marks, are one. */
export function placeKey(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
