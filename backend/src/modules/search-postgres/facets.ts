import type { SearchTypes } from "@medusajs/framework/types";
import type { FieldFilter } from "./filters";
import { type Column, type DocumentPlan, unsupported } from "./plan";

/** A facet to count: by value, or by the ranges that begin at `bounds` (the last is open-ended). */
export type Facet = {
  column: Column;
  bounds: number[] | null;
  keys: string[];
};

type Request = SearchTypes.SearchFacetRequest;

/**
 * The facets of a query.
 * @throws MedusaError when ranges leave a gap between them, overlap or have an end: one pass
 * numbers the buckets by their beginnings.
 */
export function readFacets(
  plan: DocumentPlan,
  requests: (string | Request)[] | undefined,
): Facet[] {
  return (requests ?? []).map((request) => {
    const given: Request = typeof request === "string" ? { field: request } : request;
    const column = plan.columns.get(given.field);
    if (!column?.facetable) unsupported(`a facet on "${given.field}"`);
    if (given.type === "stats") unsupported(`facets of type "stats"`);
    if (given.type !== "range") {
      if (given.query !== undefined) unsupported(`"query" of the facet "${given.field}"`);
      return { column, bounds: null, keys: [] };
    }
    if (column.type !== "integer") unsupported(`ranges of "${given.field}", which is no integer`);
    const bounds = given.ranges.map((range) => Number(range.from ?? 0));
    given.ranges.forEach((range, index) => {
      const end = bounds[index + 1];
      const isContiguous = end === undefined ? range.to === undefined : Number(range.to) === end;
      const isRising = end === undefined || Number(bounds[index]) < end;
      if (!isContiguous || !isRising) unsupported(`ranges of "${given.field}" with gaps or an end`);
    });
    return { column, bounds, keys: given.ranges.map((range, index) => range.key ?? `${index}`) };
  });
}

/** Which of the facets a filter narrows; -1 for none. */
export function facetOf(facets: Facet[], filter: FieldFilter): number {
  return facets.findIndex((facet) => facet.column.name === filter.column.name);
}

/**
 * Which of a facet's values pass a filter, or null when whole values can't tell (a price limit in
 * the middle of a range). Ranges are numbered from 1; 0 lies below the first.
 */
export function acceptance(
  facet: Facet,
  filter: FieldFilter,
): ((value: string | null) => boolean) | null {
  const { bounds } = facet;
  if (bounds === null) {
    if (filter.min !== null || filter.max !== null) return null;
    const values = filter.values === null ? null : new Set(filter.values.map(String));
    return (value) =>
      (values === null || (value !== null && values.has(value))) &&
      (filter.exists === null || (value !== null) === filter.exists);
  }
  if (filter.values !== null || filter.exists !== null) return null;
  const first = filter.min === null ? 0 : bounds.indexOf(Number(filter.min)) + 1;
  const next = filter.max === null ? bounds.length + 1 : bounds.indexOf(Number(filter.max) + 1) + 1;
  if ((filter.min !== null && first === 0) || (filter.max !== null && next === 0)) return null;
  return (value) => value !== null && Number(value) >= first && Number(value) < next;
}

/** Counts per value of one facet, as the Search Module's contract wants them. */
export function facetResult(
  facet: Facet,
  counts: Map<string | null, number>,
): SearchTypes.SearchFacetResult {
  if (facet.bounds === null) {
    const values = [...counts]
      .filter((entry): entry is [string, number] => entry[0] !== null)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { type: "value", values };
  }
  const { bounds, keys } = facet;
  return {
    type: "range",
    ranges: keys.map((key, index) => {
      const to = bounds[index + 1];
      const count = counts.get(String(index + 1)) ?? 0;
      return { key, from: Number(bounds[index]), ...(to === undefined ? {} : { to }), count };
    }),
  };
}
