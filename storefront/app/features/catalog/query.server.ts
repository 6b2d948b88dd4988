import { parseLocalDate } from "@cho-lang/shared/calendar";
import { catalogQuery } from "@cho-lang/shared/contracts/catalog";
import { isSubgroup } from "@cho-lang/shared/domain/product";
import { isRegionSlug, resolveProvince } from "@cho-lang/shared/geography";
import { type CatalogKind, type CatalogState, readPlace, readState } from "./state";

/** Things on one page of the catalog. */
export const PAGE_SIZE = 24;

export type CatalogReading =
  | { state: CatalogState; kinds: CatalogKind[] }
  /** Name of the first parameter that can't be read. */
  | { fault: string };

/**
 * Reads and checks an address of the catalog. Provinces may be given by code, slug or any name,
 * also a former one, and become codes. `kinds` is what the address itself says, if anything.
 */
export function readCatalog(params: URLSearchParams): CatalogReading {
  const state = readState(params);
  const provinces = state.province.map((text) => resolveProvince(text)?.code);
  if (provinces.includes(undefined)) return { fault: "province" };
  if (!state.region.every(isRegionSlug)) return { fault: "region" };
  if (!state.subgroup.every(isSubgroup)) return { fault: "subgroup" };
  if (state.available_on && !parseLocalDate(state.available_on)) return { fault: "available_on" };
  const near = readPlace(state.near) ?? undefined;
  if (state.near && !near) return { fault: "near" };
  state.province = [...new Set(provinces)].filter((code) => code !== undefined);
  const parsed = catalogQuery.safeParse({
    ...state,
    stars: state.stars.map(Number),
    price_min: state.price_min ?? undefined,
    price_max: state.price_max ?? undefined,
    available_on: state.available_on || undefined,
    near,
    kind: params
      .getAll("kind")
      .flatMap((text) => text.split(","))
      .filter(Boolean),
    page_size: PAGE_SIZE,
  });
  if (parsed.success) return { state, kinds: parsed.data.kind };
  return { fault: String(parsed.error.issues[0]?.path[0] ?? "q") };
}
