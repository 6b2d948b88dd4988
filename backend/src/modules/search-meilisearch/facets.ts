import type { SearchTypes } from "@medusajs/framework/types";
import { type Attribute, type Layout, rangeOf, unsupported } from "./layout";

/** A facet to count: by value, or by the ranges of the definition, whose keys are the query's. */
export type Facet = { attribute: Attribute; counted: string; keys: string[] | null };

/**
 * The facets of a query.
 * @throws MedusaError when ranges are not those that the definition's `bounds` name: documents
 * are told their range when they are written.
 */
export function readFacets(
  layout: Layout,
  requests: (string | SearchTypes.SearchFacetRequest)[] | undefined,
): Facet[] {
  return (requests ?? []).map((request) => {
    const given: SearchTypes.SearchFacetRequest =
      typeof request === "string" ? { field: request } : request;
    const attribute = layout.attributes.get(given.field);
    if (!attribute?.facetable) unsupported(`a facet on "${given.field}"`);
    const { name, bounds } = attribute;
    if (given.type === "stats") unsupported(`facets of type "stats"`);
    if (given.type !== "range") {
      if (given.query !== undefined) unsupported(`"query" of the facet "${name}"`);
      return { attribute, counted: name, keys: null };
    }
    const isAsDefined =
      bounds?.length === given.ranges.length &&
      given.ranges.every(
        ({ from, to }, index) =>
          Number(from ?? 0) === bounds[index] &&
          (to === undefined ? undefined : Number(to)) === bounds[index + 1],
      );
    if (!isAsDefined) unsupported(`ranges of "${name}" other than the definition's bounds`);
    return {
      attribute,
      counted: rangeOf(name),
      keys: given.ranges.map((range, index) => range.key ?? `${index}`),
    };
  });
}

/** Counts per value of one facet, as the Search Module's contract wants them. */
export function facetResult(
  { attribute, keys }: Facet,
  counts: Readonly<Record<string, number>>,
): SearchTypes.SearchFacetResult {
  if (keys === null) {
    const values = Object.entries(counts)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { type: "value", values };
  }
  const bounds = attribute.bounds ?? [];
  return {
    type: "range",
    ranges: keys.map((key, index) => {
      const to = bounds[index + 1];
      const count = counts[index] ?? 0;
      return { key, from: Number(bounds[index]), ...(to === undefined ? {} : { to }), count };
    }),
  };
}
