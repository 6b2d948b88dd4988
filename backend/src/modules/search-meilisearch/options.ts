import type { SearchTypes } from "@medusajs/framework/types";
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

/** A position or length of a page. */
export function bounded(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > 1_000_000) {
    unsupported(`the page position ${value}`);
  }
  return value;
}

/** What the catalog's route adds to the Search Module's own options. */
export function ownOptions({ search_options }: SearchTypes.ProviderSearchQuery): EngineOptions {
  return search_options?.provider_options?.[ENGINE] ?? {};
}

/** What the engine can't do exactly it refuses, as the Search Module's contract asks. */
export function refuseOptions(input: SearchTypes.ProviderSearchQuery): void {
  const { search_options: options = {}, pagination } = input;
  const { near, sort_by_distance } = ownOptions(input);
  if (sort_by_distance && !near) unsupported(`an order by distance without "near"`);
  if (options.vector) unsupported("vectors");
  if (options.highlight) unsupported("highlights");
  if (options.distinct !== undefined) unsupported("distinct");
  if (options.min_score !== undefined || options.include_score) unsupported("scores");
  if (options.locales?.length) unsupported("locales");
  if (options.attributes_to_search_on?.length) unsupported("searching in chosen fields");
  if (options.match_strategy === "any") unsupported(`the match strategy "any"`);
  if (options.typo_tolerance) unsupported("typo tolerance");
  if (pagination?.cursor !== undefined) unsupported("cursors");
}
