import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";

/** Rows of the almanac, and goods under "fresh at the market". */
export const ALMANAC_ROWS = 8;
export const FRESH_GOODS = 4;

/** Whether a good is in season in this month (1 to 12); one without a season is not "in season". */
export function isInSeason(hit: Pick<CatalogHit, "season_months">, month: number): boolean {
  return hit.season_months?.includes(month) ?? false;
}

/** Months from `month` until the good's season begins again; 0 while it runs. */
export function monthsUntilSeason(hit: Pick<CatalogHit, "season_months">, month: number): number {
  const waits = (hit.season_months ?? []).map((each) => (each - month + 12) % 12);
  return waits.length > 0 ? Math.min(...waits) : Number.POSITIVE_INFINITY;
}

/**
 * Seasonal goods for the almanac: up to half in season now, then those that come next, and more
 * of the former when the latter are few. One good per title and province.
 */
export function pickAlmanac(hits: readonly CatalogHit[], month: number): CatalogHit[] {
  const seen = new Set<string>();
  const seasonal = hits
    .filter((hit) => {
      const key = `${hit.title} ${hit.province.code}`;
      if (!hit.season_months?.length || hit.season_months.length >= 12 || seen.has(key))
        return false;
      seen.add(key);
      return true;
    })
    .map((hit) => ({ hit, wait: monthsUntilSeason(hit, month) }))
    .sort((a, b) => a.wait - b.wait || a.hit.handle.localeCompare(b.hit.handle));
  const now = seasonal.filter(({ wait }) => wait === 0);
  const later = seasonal.filter(({ wait }) => wait > 0);
  const nowCount = Math.max(ALMANAC_ROWS / 2, ALMANAC_ROWS - later.length);
  const chosen = [...now.slice(0, nowCount), ...later];
  return chosen.slice(0, ALMANAC_ROWS).map(({ hit }) => hit);
}

/**
 * Goods to show large: in stock and certified today, in season first, of as many groups and
 * makers as there are. `hits` come newest first, and stay so among equals.
 */
export function pickFresh(hits: readonly CatalogHit[], month: number): CatalogHit[] {
  const worthy = hits.filter((hit) => hit.in_stock && hit.stars !== null && hit.thumbnail);
  const ranked = [
    ...worthy.filter((hit) => isInSeason(hit, month)),
    ...worthy.filter((hit) => !isInSeason(hit, month)),
  ];
  const chosen: CatalogHit[] = [];
  const differs = [
    (hit: CatalogHit) =>
      chosen.every(
        ({ group, producer }) => group !== hit.group && producer.handle !== hit.producer.handle,
      ),
    (hit: CatalogHit) => chosen.every(({ group }) => group !== hit.group),
    () => true,
  ];
  for (const isDifferent of differs) {
    for (const hit of ranked) {
      if (chosen.length < FRESH_GOODS && !chosen.includes(hit) && isDifferent(hit))
        chosen.push(hit);
    }
  }
  return chosen;
}
