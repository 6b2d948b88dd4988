import type { SearchTypes } from "@medusajs/framework/types";
import { refuseInexact } from "../../lib/search-limits";
import type { EngineOptions } from "../../lib/search-reading";
import { ENGINE, type Layout, type OrderTerm, unsupported } from "./layout";

/** The order of a query; null is by relevance. */
export function readOrder(
  layout: Layout,
  order: Record<string, SearchTypes.SearchOrderBy> | undefined,
): OrderTerm[] | null {
  const terms = Object.entries(order ?? {});
  if (terms.length === 0 || (terms.length === 1 && terms[0]?.[0] === "_score")) return null;
  return terms.map(([name, direction], place) => {
    const attribute = layout.attributes.get(name);
    const isSorted = attribute?.sortable && (place === 0 || attribute.validUntil === null);
    if (!isSorted) unsupported(`an order by "${name}"`);
    return { name, direction };
  });
}

/** What the catalog's route adds to the Search Module's own options. */
export function ownOptions({ search_options }: SearchTypes.ProviderSearchQuery): EngineOptions {
  return search_options?.provider_options?.[ENGINE] ?? {};
}

/** What the engine can't do exactly it refuses, as the Search Module's contract asks. */
export function refuseOptions(input: SearchTypes.ProviderSearchQuery): void {
  refuseInexact(ENGINE, input);
  const { near, sort_by_distance } = ownOptions(input);
  if (sort_by_distance && !near) unsupported(`an order by distance without "near"`);
  if (input.search_options?.typo_tolerance) unsupported("typo tolerance");
}
