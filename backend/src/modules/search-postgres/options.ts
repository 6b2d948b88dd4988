import type { LocalDate } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import { pagePosition } from "../../lib/search-limits";
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
    skip: pagePosition(ENGINE, input.pagination?.skip ?? 0),
    take: own.instead ? 0 : pagePosition(ENGINE, input.pagination?.take ?? 20),
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
