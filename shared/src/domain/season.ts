/** Months 1 to 12 in which a product is in season, in the order of the season; null is all year. */
export type SeasonMonths = readonly number[] | null;

/** Whether a month (1 to 12) belongs to the season. */
export function isInSeason(months: SeasonMonths, month: number): boolean {
  return months === null || months.includes(month);
}

/**
 * Reads a season from its first and last month: "2-5" is [2, 3, 4, 5], "12-2" runs over the new
 * year and is [12, 1, 2], "6" is [6]. Null when the text is no season.
 */
export function parseSeason(text: string): number[] | null {
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  if (first < 1 || first > 12 || last < 1 || last > 12) return null;
  const months = [first];
  for (let month = first; month !== last; months.push(month)) {
    month = (month % 12) + 1;
  }
  return months;
}
