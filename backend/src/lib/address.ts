import { communeByCode } from "@cho-lang/shared/communes";
import { provinceByCode } from "@cho-lang/shared/geography";

/** Street, commune and province in one line; Vietnamese names, as letters are addressed. */
export function addressLine(place: {
  street: string | null;
  commune_code: string;
  province_code: string;
}): string {
  return [
    place.street,
    communeByCode(place.commune_code)?.name,
    provinceByCode(place.province_code)?.name_vi,
  ]
    .filter(Boolean)
    .join(", ");
}
