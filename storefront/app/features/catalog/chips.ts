import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { distanceKm } from "@cho-lang/shared/distance";
import { isGroup, subgroupsOf } from "@cho-lang/shared/domain/product";
import { provinceByCode } from "@cho-lang/shared/geography";
import { TICKED_FACETS, type TickedFacet } from "./parameters";
import { type CatalogState, withChange, withoutPlace, withoutValue, withoutVisit } from "./state";

export type ChosenFilter = { label: string; without: CatalogState };

export type ChipWords = {
  text: (q: string) => string;
  stars: (stars: string) => string;
  price: (min: number | null, max: number | null) => string;
  near: string;
  visit: (visit: { date: string; party: number }) => string;
};

/** Every chosen filter with its label and the state without it, in the order of the page. */
export function chosenFilters(
  state: CatalogState,
  answer: Pick<CatalogAnswer, "facets" | "hits">,
  words: ChipWords,
): ChosenFilter[] {
  const chosen: ChosenFilter[] = [];
  if (state.q) chosen.push({ label: words.text(state.q), without: withChange(state, { q: "" }) });
  if (state.available_on) {
    const label = words.visit({ date: state.available_on, party: state.party });
    chosen.push({ label, without: withChange(withoutVisit(state), {}) });
  }
  if (state.near) chosen.push({ label: words.near, without: withoutPlace(state) });
  for (const facet of TICKED_FACETS) {
    for (const value of state[facet]) {
      const known = answer.facets[facet].find((each) => each.value === value);
      const label = facet === "stars" ? words.stars(value) : (known?.label ?? value);
      chosen.push({ label, without: withoutValue(state, facet, value, subgroupsOfGroup) });
    }
  }
  if (state.price_min !== null || state.price_max !== null) {
    const label = words.price(state.price_min, state.price_max);
    chosen.push({ label, without: withChange(state, { price_min: null, price_max: null }) });
  }
  // Makers and villages are no facets: their names are known from what was found.
  for (const facet of ["producer", "village"] as const) {
    for (const handle of state[facet]) {
      const hit = answer.hits.find((each) => each[facet]?.handle === handle);
      const label = hit?.[facet]?.name ?? handle;
      chosen.push({ label, without: withoutValue(state, facet, handle) });
    }
  }
  return chosen;
}

export type Relaxation = { facet: TickedFacet; count: number };

/**
 * Which facets, when dropped whole, would give something, and how much: counts are made without
 * the facet's own filter, so their sum is what is there without it. Most first.
 */
export function relaxations(state: CatalogState, facets: CatalogAnswer["facets"]): Relaxation[] {
  return TICKED_FACETS.filter((facet) => state[facet].length > 0)
    .map((facet) => ({
      facet,
      count: facets[facet].reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Provinces shown as neighbours at most. */
const NEIGHBOURS = 6;

/**
 * Provinces that have something: those of the chosen ones' regions, else of anywhere, nearest to a
 * chosen one first. Counts of provinces are made without their own filter, so nothing needs to be
 * asked again.
 */
export function neighbourProvinces(
  state: CatalogState,
  provinces: CatalogAnswer["facets"]["province"],
): CatalogAnswer["facets"]["province"] {
  const chosen = state.province.map(provinceByCode).filter((province) => province !== null);
  if (chosen.length === 0) return [];
  const filled = provinces.flatMap((value) => {
    const province = provinceByCode(value.value);
    if (!province || value.count === 0 || chosen.includes(province)) return [];
    const km = Math.min(...chosen.map((each) => distanceKm(each, province)));
    return [{ value, km, isNear: chosen.some(({ region }) => region === province.region) }];
  });
  const near = filled.filter(({ isNear }) => isNear);
  return (near.length > 0 ? near : filled)
    .sort((a, b) => a.km - b.km)
    .slice(0, NEIGHBOURS)
    .map(({ value }) => value);
}

function subgroupsOfGroup(group: string): readonly string[] {
  return isGroup(group) ? subgroupsOf(group) : [];
}
