import { ServerError } from "./errors";
import { countValues, type Row, type ServerIndex } from "./search";
import { featuresOf, filterableNames } from "./settings";

/** Values of a facet that begin like the text, with as many typing errors as its length allows. */
export function facetSearch(index: ServerIndex, body: Row): Row {
  const { settings } = index;
  const name = String(body.facetName ?? "");
  if (!featuresOf(settings, name)?.facetSearch) {
    throw new ServerError(
      "invalid_facet_search_facet_name",
      `Attribute \`${name}\` is not facet-searchable. Available facet-searchable attributes patterns are: \`${filterableNames(settings).join(", ")}\`. To make it facet-searchable add it to the \`filterableAttributes\` index settings.`,
    );
  }
  const query = typeof body.facetQuery === "string" ? body.facetQuery : null;
  const { enabled, minWordSizeForTypos: sizes } = settings.typoTolerance;
  const length = Buffer.byteLength(query ?? "");
  const allowed = !enabled || length < sizes.oneTypo ? 0 : length < sizes.twoTypos ? 1 : 2;
  const hits = [...countValues(index.documents.values(), name)]
    .filter(([value]) => query === null || beginsLike(value.toLowerCase(), query, allowed))
    .map(([value, count]) => ({ value, count }));
  const byCount = (settings.faceting.sortFacetValuesBy[name] ?? "alpha") === "count";
  hits.sort((a, b) =>
    byCount && a.count !== b.count ? b.count - a.count : a.value < b.value === byCount ? 1 : -1,
  );
  const facetHits = hits.slice(0, settings.faceting.maxValuesPerFacet);
  return { facetHits, facetQuery: query, processingTimeMs: 0 };
}

/** Whether some beginning of the value is within so many errors of the text. */
function beginsLike(value: string, text: string, allowed: number): boolean {
  if (allowed === 0) return value.startsWith(text);
  for (let end = Math.max(0, text.length - allowed); end <= text.length + allowed; end += 1) {
    if (end <= value.length && errorsBetween(text, value.slice(0, end)) <= allowed) return true;
  }
  return false;
}

/** Changed, added, missing and swapped letters (optimal string alignment). */
function errorsBetween(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swap =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : 99;
      const row = table[i];
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost, swap);
    }
  }
  return at(one.length, other.length);
}
