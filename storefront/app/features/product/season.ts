/**
 * Months 1 to 12 as ranges, a range may run over the new year: [11, 12, 1, 5] is 11–1 and 5–5.
 * Ranges stand in the order of their first month, the one over the new year last.
 */
export function seasonRanges(months: readonly number[]): [number, number][] {
  const inSeason = new Set(months);
  if (inSeason.size >= 12) return [[1, 12]];
  const before = (month: number) => ((month + 10) % 12) + 1;
  const after = (month: number) => (month % 12) + 1;
  return [...inSeason]
    .filter((month) => !inSeason.has(before(month)))
    .sort((a, b) => a - b)
    .map((first) => {
      let last = first;
      while (inSeason.has(after(last))) last = after(last);
      return [first, last];
    });
}
