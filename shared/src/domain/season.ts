/** Months 1 to 12 in which a product is in season, in the order of the season; null is all year. */
export type SeasonMonths = readonly number[] | null;

/** Whether a month (1 to 12) belongs to the season. */
export function isInSeason(months: SeasonMonths, month: number): boolean {
  return months === null || months.includes(month);
}
