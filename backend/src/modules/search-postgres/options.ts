import type { LocalDate } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import type { EngineOptions } from "../../lib/search-reading";
import { readFilters } from "./filters";
import { readNear } from "./geo";
import { type DocumentPlan, ENGINE, type OrderTerm, unsupported } from "./plan";
import type { PageQuery } from "./statements";
import { readText } from "./text";

/** A query as the statements need it. */
export function readQuery(
  plan: DocumentPlan,
  input: SearchTypes.ProviderSearchQuery,
  today: LocalDate,
): PageQuery {
  const options = input.search_options ?? {};
  const own = (options.provider_options?.[ENGINE] ?? {}) as EngineOptions;
  const near = readNear(plan, own.near);
  if (own.sort_by_distance && !near) unsupported(`an order by distance without "near"`);
  const isOpen = options.match_strategy === "last";
  const places = plan.geo.map(({ name }) => name);
  return {
    plan,
    physicalName: input.index.physical_name,
    today,
    filters: readFilters(plan, input.filters),
    text: readText(input.q, isOpen),
    corrects: options.typo_tolerance !== false,
    leavesOut: isOpen,
    instead: own.instead === true,
    near,
    byDistance: own.sort_by_distance === true,
    order: readOrder(plan, input.pagination?.order),
    attributes: input.attributes_to_retrieve.filter(
      (name) => plan.columns.has(name) || places.includes(name),
    ),
    skip: bounded(input.pagination?.skip ?? 0),
    take: own.instead ? 0 : bounded(input.pagination?.take ?? 20),
  };
}

/** The order of a query; null is by relevance. */
function readOrder(
  plan: DocumentPlan,
  order: Record<string, SearchTypes.SearchOrderBy> | undefined,
): OrderTerm[] | null {
  const terms = Object.entries(order ?? {});
  if (terms.length === 0 || (terms.length === 1 && terms[0]?.[0] === "_score")) return null;
  return terms.map(([column, direction]) => {
    if (!plan.columns.get(column)?.narrow) unsupported(`an order by "${column}"`);
    return { column, direction };
  });
}

/** A position or length of a page. */
function bounded(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > 1_000_000) {
    unsupported(`the page position ${value}`);
  }
  return value;
}

/** What the engine can't do exactly it refuses, as the Search Module's contract asks. */
export function refuseOptions({
  search_options: options = {},
  pagination,
}: SearchTypes.ProviderSearchQuery): void {
  if (options.vector) unsupported("vectors");
  if (options.highlight) unsupported("highlights");
  if (options.distinct !== undefined) unsupported("distinct");
  if (options.min_score !== undefined || options.include_score) unsupported("scores");
  if (options.locales?.length) unsupported("locales");
  if (options.attributes_to_search_on?.length) unsupported("searching in chosen fields");
  if (options.match_strategy === "any") unsupported(`the match strategy "any"`);
  if (pagination?.cursor !== undefined) unsupported("cursors");
}
