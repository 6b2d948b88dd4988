import { parseLocalDate } from "@cho-lang/shared/calendar";
import { type CatalogQuery, catalogLimits, catalogQuery } from "@cho-lang/shared/contracts/catalog";
import { isStars } from "@cho-lang/shared/domain/certification";
import { SUBGROUPS } from "@cho-lang/shared/domain/product";
import { REGION_SLUGS, resolveProvince } from "@cho-lang/shared/geography";
import { parse, refuse } from "../../../lib/errors";

const lists = ["kind", "province", "region", "group", "subgroup", "stars", "producer", "village"];
const numbers = ["price_min", "price_max", "party", "radius_km", "page", "page_size"];
const PLACE = /^ *(-?\d{1,3}(?:\.\d{1,15})?) *, *(-?\d{1,3}(?:\.\d{1,15})?) *$/;

/**
 * Reads the query string of the catalog: `a=1&a=2`, `a[]=1&a[]=2` and `a=1,2` mean the same, an
 * empty value is as good as none, provinces may be named as people name them, a place is `lat,lng`.
 * @throws Refusal `invalid_fields` naming each bad or unknown parameter and what is allowed.
 */
export function readCatalogQuery(raw: Record<string, unknown>): CatalogQuery {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = key.endsWith("[]") ? key.slice(0, -2) : key;
    if (lists.includes(name)) {
      const items = listOf(value);
      if (items.length > 0) given[name] = items;
    } else if (value !== "") {
      given[name] = numbers.includes(name) ? numberOf(value) : value;
    }
  }
  const asked = {
    ...given,
    ...("province" in given ? { province: provincesOf(given.province as unknown[]) } : {}),
    ...("stars" in given ? { stars: (given.stars as unknown[]).map(numberOf) } : {}),
    ...("near" in given ? { near: placeOf(given.near) } : {}),
  };
  if ("stars" in asked && !asked.stars.every(isStars)) wrong("stars", "stars must be 3, 4 or 5");
  const query = parse(catalogQuery, asked);
  known("region", query.region, REGION_SLUGS);
  known("subgroup", query.subgroup, SUBGROUPS);
  if (query.available_on !== undefined && !parseLocalDate(query.available_on)) {
    wrong("available_on", "available_on must be a day of the calendar, written YYYY-MM-DD");
  }
  if (query.q.includes("\0")) wrong("q", "q must not contain a NUL character");
  return query;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return unique(value.flatMap(listOf));
  if (typeof value !== "string") return [value];
  return unique(
    value
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  );
}

function unique(items: unknown[]): unknown[] {
  return [...new Set(items)];
}

/** A whole number written in digits; anything else stays as it is, for the contract to refuse. */
function numberOf(value: unknown): unknown {
  return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function placeOf(value: unknown): { lat: number; lng: number } {
  const [, lat, lng] = (typeof value === "string" ? PLACE.exec(value) : null) ?? [];
  const place = { lat: Number(lat), lng: Number(lng) };
  if (!(Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180)) {
    wrong("near", "near must be a place in degrees, written lat,lng: 21.03,105.85");
  }
  return place;
}

function provincesOf(items: unknown[]): string[] {
  const codes = items.slice(0, catalogLimits.values + 1).map((item) => {
    const province = typeof item === "string" && item.length <= 60 ? resolveProvince(item) : null;
    if (!province) {
      wrong("province", `province must be a code, slug or name of one of the 34 provinces`);
    }
    return province.code;
  });
  return [...new Set(codes)];
}

function known(field: string, values: readonly string[], allowed: readonly string[]): void {
  if (values.every((value) => allowed.includes(value))) return;
  wrong(field, `${field} must be one of: ${allowed.join(", ")}`);
}

function wrong(field: string, message: string): never {
  refuse("invalid_fields", message, { fields: [{ field, code: "invalid_value", message }] });
}
