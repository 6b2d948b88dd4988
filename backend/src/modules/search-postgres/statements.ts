import type { LocalDate } from "@cho-lang/shared/calendar";
import type { Facet } from "./facets";
import { condition, expression, type FieldFilter, Parameters } from "./filters";
import { type DocumentPlan, type OrderTerm, orderBy, orderTerms, tableOf } from "./plan";
import type { TextQuery } from "./text";

/** The part of the total among counts; the facets' parts are numbered from 0. */
export const TOTAL_PART = 1000;

export type Statement = { text: string; values: unknown[] };

export type PageQuery = {
  plan: DocumentPlan;
  physicalName: string;
  today: LocalDate;
  filters: FieldFilter[];
  text: TextQuery | null;
  /** Null sorts by relevance, which without text is the plan's first order. */
  order: OrderTerm[] | null;
  attributes: string[];
  skip: number;
  take: number;
};

/** One attribute of a hit as it reads today; the documents' table is `d`. */
function attribute(query: PageQuery, name: string, parameters: Parameters): string {
  const column = query.plan.columns.get(name);
  if (!column) throw new Error(`The index has no field "${name}"`);
  return `${expression(column, parameters)} AS "${name}"`;
}

/**
 * A page of hits, and the revisions of the same snapshot. One row with nulls when there is no hit;
 * none when the index does not exist.
 */
export function hitsPage(query: PageQuery): Statement {
  const { plan, text } = query;
  const parameters = new Parameters(query.today);
  const name = parameters.add(query.physicalName, "text");
  const where = conditions(query, query.filters, parameters);
  const order = query.order ?? plan.orders[0] ?? [];
  const isRanked = text !== null && query.order === null;
  const tier = isRanked ? [`${closeness(text, parameters)} AS "_tier"`] : [];
  const sorts = orderTerms(plan, order).map(({ column }, index) => `d."${column}" AS "_o${index}"`);
  const attributes = query.attributes.map((name) => attribute(query, name, parameters));
  const sort = [
    ...(isRanked ? [`"_tier"`] : []),
    ...orderTerms(plan, order).map(
      ({ direction }, index) => `"_o${index}" ${direction} NULLS LAST`,
    ),
  ].join(", ");
  const statement = `
    SELECT i.facets_revision AS "_facets_revision", i.revision AS "_revision", h.*
    FROM search.document_index i
    LEFT JOIN LATERAL (
      SELECT d."${plan.primaryKey}" AS "_id", ${[...attributes, ...sorts, ...tier].join(", ")}
      FROM ${tableOf(query.physicalName)} d
      WHERE ${where}
      ORDER BY ${isRanked ? `"_tier", ` : ""}${orderBy(plan, order, "d.")}
      LIMIT ${parameters.add(query.take, "integer")} OFFSET ${parameters.add(query.skip, "integer")}
    ) h ON true
    WHERE i.name = ${name}
    ORDER BY ${sort}`;
  return { text: statement, values: parameters.values };
}

function conditions(query: PageQuery, filters: FieldFilter[], parameters: Parameters): string {
  const list = filters.map((filter) => condition(filter, parameters));
  if (query.text) list.push(`"_words" @@ ${parameters.add(query.text.tsquery, "text")}::tsquery`);
  return ["true", ...list].join(" AND ");
}

/** Every combination of facet values with its number of documents, counted once for all searches without text. */
export function cubeCells(
  query: Pick<PageQuery, "plan" | "physicalName" | "today">,
  facets: Facet[],
): Statement {
  const parameters = new Parameters(query.today);
  const name = parameters.add(query.physicalName, "text");
  const list = facets.map((facet, index) => `${facetValue(facet, parameters)} AS f${index}`);
  const groups = facets.map((_, index) => `f${index}`).join(", ");
  const text = `
    SELECT c.*
    FROM search.document_index i
    LEFT JOIN (
      SELECT ${groups}, count(*)::integer AS n
      FROM (SELECT ${list.join(", ")} FROM ${tableOf(query.physicalName)}) d
      GROUP BY ${groups}
    ) c ON true
    WHERE i.name = ${name}`;
  return { text, values: parameters.values };
}

function facetValue(facet: Facet, parameters: Parameters): string {
  const value = expression(facet.column, parameters);
  if (facet.bounds === null) return value;
  return `width_bucket(${value}, ${parameters.add(facet.bounds, "integer[]")})`;
}

export type FacetFilter = { facet: number; filter: FieldFilter };

/**
 * Counts of all facets and the total in one pass over the rows that match the text and every
 * filter outside the facets. Each row carries a mask of the facet filters it fails: it counts for
 * a facet when it fails none or only that facet's own, and rows that fail more are dropped. The
 * rows' parts are 0… for the facets, 1000 for the total (of the value "true").
 */
export function facetCounts(
  query: PageQuery,
  facets: Facet[],
  facetFilters: FacetFilter[],
): Statement {
  const parameters = new Parameters(query.today);
  const own = new Set(facetFilters.map(({ filter }) => filter));
  const where = conditions(
    query,
    query.filters.filter((filter) => !own.has(filter)),
    parameters,
  );
  const mask = facetFilters.map(
    ({ facet, filter }) =>
      `CASE WHEN ${condition(filter, parameters)} THEN 0 ELSE ${2 ** facet} END`,
  );
  const columns = [
    ...facets.map((facet, index) => `${facetValue(facet, parameters)} AS f${index}`),
    `(${["0", ...mask].join(" + ")})::integer AS "_mask"`,
  ];
  const counted = [
    ...facets.map(
      (_, index) => `CASE WHEN "_mask" IN (0, ${2 ** index}) THEN f${index} END AS g${index}`,
    ),
    `"_mask" = 0 AS "_passes"`,
  ];
  const groups = [...facets.map((_, index) => `g${index}`), `"_passes"`];
  const parts = groups.map(
    (group, index) =>
      `WHEN GROUPING(${group}) = 0 THEN ${index < facets.length ? index : TOTAL_PART}`,
  );
  const text = `
    SELECT CASE ${parts.join(" ")} END AS "_part",
      coalesce(${groups.map((group) => `${group}::text`).join(", ")}) AS "_value",
      count(*)::integer AS "_count"
    FROM (
      SELECT ${counted.join(", ")} FROM (
        SELECT ${columns.join(", ")} FROM ${tableOf(query.physicalName)} WHERE ${where}
      ) a WHERE "_mask" & ("_mask" - 1) = 0
    ) m
    GROUP BY GROUPING SETS (${groups.map((group) => `(${group})`).join(", ")})`;
  return { text, values: parameters.values };
}

/** 0 the title is the text, 1 begins with it, 2 holds all its words, 3 they are elsewhere. */
function closeness(text: TextQuery, parameters: Parameters): string {
  const folded = parameters.add(`\n${text.folded}`, "text");
  const query = parameters.add(text.tsquery, "text");
  return `(CASE WHEN strpos(d."_lead", ${folded} || E'\\n') > 0 THEN 0
    WHEN strpos(d."_lead", ${folded}) > 0 THEN 1
    WHEN d."_lead_words" @@ ${query}::tsquery THEN 2 ELSE 3 END)`;
}
