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
 * of the former when the latter are few. One good per title and province, and of as many kinds
 * as there are.
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
  const nowCount = Math.min(now.length, Math.max(ALMANAC_ROWS / 2, ALMANAC_ROWS - later.length));
  const chosen = [...varied(now, nowCount), ...varied(later, ALMANAC_ROWS - nowCount)];
  return chosen.map(({ hit }) => hit);
}

/**
 * So many of a list, in its order: one of each kind of good first, a second only where kinds are
 * few. The first word of a handle is Vietnamese and names the kind: cam, mai, hong.
 */
function varied<Row extends { hit: CatalogHit }>(rows: readonly Row[], count: number): Row[] {
  const kinds = new Set<string>();
  const firsts = rows.filter(({ hit }) => {
    const kind = hit.handle.split("-")[0] ?? "";
    return kinds.size < kinds.add(kind).size;
  });
  const others = rows.filter((row) => !firsts.includes(row));
  const chosen = [...firsts, ...others].slice(0, count);
  return rows.filter((row) => chosen.includes(row));
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
