import type { Picture } from "@cho-lang/shared/contracts/parts";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";

/** A province as the shop's pages show it. An unknown code is a fault of our own data. */
export function provinceView(code: string, language: Language) {
  const province = provinceByCode(code);
  if (!province) throw new Error(`There is no province ${code}`);
  return { code, slug: province.slug, name: provinceName(province, language) };
}

/** The picture in a row's picture_* columns, or null when one of them is missing. */
export function pictureOf(row: {
  picture_url: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_alt: string | null;
}): Picture | null {
  const { picture_url: url, picture_width: width, picture_height: height, picture_alt } = row;
  return url && width && height ? { url, width, height, alt: picture_alt ?? "" } : null;
}
