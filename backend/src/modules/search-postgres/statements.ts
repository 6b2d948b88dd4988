import type { LocalDate } from "@cho-lang/shared/calendar";
import type { Facet } from "./facets";
import { condition, expression, type FieldFilter, Parameters } from "./filters";
import { type DocumentPlan, type OrderTerm, orderBy, orderTerms, tableOf } from "./plan";
import type { TextQuery } from "./text";

/** The parts of a search's rows besides the facets, which are numbered from 0. */
export const HITS_PART = -1;
export const TOTAL_PART = 1000;

export type Statement = { text: string; values: unknown[] };

export type PageQuery = {
  plan: DocumentPlan;
  physicalName: string;
  today: LocalDate;
  filters: FieldFilter[];
  /** Null sorts by relevance, which without text is the plan's first order. */
  order: OrderTerm[] | null;
  attributes: string[];
  skip: number;
  take: number;
};

function chosenOrder({ plan, order }: PageQuery): OrderTerm[] {
  return order ?? plan.orders[0] ?? [];
}

/** One attribute of a hit as it reads today; the documents' table is `d`. */
function attribute(query: PageQuery, name: string, parameters: Parameters): string {
  const column = query.plan.columns.get(name);
  if (!column) throw new Error(`The index has no field "${name}"`);
  return `${expression(column, parameters)} AS "${name}"`;
}

/**
 * A page of hits without text, and the facets' revision of the same snapshot. One row with nulls
 * when there is no hit; none when the index does not exist.
 */
export function browsePage(query: PageQuery): Statement {
  const { plan } = query;
  const parameters = new Parameters(query.today);
  const key = plan.primaryKey;
  const name = parameters.add(query.physicalName, "text");
  const where = query.filters.map((filter) => condition(filter, parameters));
  const order = chosenOrder(query);
  const sorts = orderTerms(plan, order).map(({ column }, index) => `d."${column}" AS "_o${index}"`);
  const attributes = query.attributes.map((name) => attribute(query, name, parameters));
  const outer = orderTerms(plan, order)
    .map(({ direction }, index) => `"_o${index}" ${direction} NULLS LAST`)
    .join(", ");
  const text = `
    SELECT i.facets_revision AS "_revision", h.*
    FROM search.document_index i
    LEFT JOIN LATERAL (
      SELECT "${key}" AS "_id", ${[...attributes, ...sorts].join(", ")}
      FROM ${tableOf(query.physicalName)} d
      WHERE ${["true", ...where].join(" AND ")}
      ORDER BY ${orderBy(plan, order, "d.")}
      LIMIT ${parameters.add(query.take, "integer")} OFFSET ${parameters.add(query.skip, "integer")}
    ) h ON true
    WHERE i.name = ${name}
    ORDER BY ${outer}`;
  return { text, values: parameters.values };
}

/** Every combination of facet values with its number of documents, and the revision it shows. */
export function cubeCells(
  query: Pick<PageQuery, "plan" | "physicalName" | "today">,
  facets: Facet[],
): Statement {
  const parameters = new Parameters(query.today);
  const name = parameters.add(query.physicalName, "text");
  const list = facets.map((facet, index) => `${facetValue(facet, parameters)} AS f${index}`);
  const groups = facets.map((_, index) => `f${index}`).join(", ");
  const text = `
    SELECT i.facets_revision AS "_revision", c.*
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
 * Hits, counts and total in one pass over the rows that match the text and every filter outside
 * the facets. Each row carries a mask of the facet filters it fails: it counts for a facet when it
 * fails none or only that facet's own, and rows that fail more are dropped. Rows come in parts:
 * −1 hits in order, 0… one per facet, 1000 the total (of the value "true").
 */
export function searchPage(
  query: PageQuery & { text: TextQuery | null; facets: Facet[]; facetFilters: FacetFilter[] },
): Statement {
  const { plan, facets, text } = query;
  const parameters = new Parameters(query.today);
  const table = tableOf(query.physicalName);
  const key = plan.primaryKey;
  const base = query.filters.map((filter) => condition(filter, parameters));
  if (text) base.push(`"_words" @@ ${parameters.add(text.tsquery, "text")}::tsquery`);
  const mask = query.facetFilters.map(
    ({ facet, filter }) =>
      `CASE WHEN ${condition(filter, parameters)} THEN 0 ELSE ${2 ** facet} END`,
  );
  const order = chosenOrder(query);
  const isRanked = text !== null && query.order === null;
  const sort = `${isRanked ? `"_tier" ASC, ` : ""}${orderBy(plan, order)}`;
  const columns = [
    ...new Set([key, ...order.map(({ column }) => column)].map((column) => `"${column}"`)),
    ...facets.map((facet, index) => `${facetValue(facet, parameters)} AS f${index}`),
    `(${["0", ...mask].join(" + ")})::integer AS "_mask"`,
    ...(isRanked ? [`${closeness(text, parameters)} AS "_tier"`] : []),
  ];
  const limit = parameters.add(query.take, "integer");
  const offset = parameters.add(query.skip, "integer");
  const attributes = query.attributes.map((name) => `, ${attribute(query, name, parameters)}`);
  const counted = facets.map(
    (_, index) => `CASE WHEN "_mask" IN (0, ${2 ** index}) THEN f${index} END AS g${index}`,
  );
  const groups = [...facets.map((_, index) => `g${index}`), `"_passes"`];
  const statement = `
    WITH a AS (
      SELECT ${columns.join(", ")} FROM ${table} d WHERE ${["true", ...base].join(" AND ")}
    ), m AS MATERIALIZED (
      SELECT * FROM a WHERE "_mask" & ("_mask" - 1) = 0
    ), top AS (
      SELECT * FROM m WHERE "_mask" = 0 ORDER BY ${sort} LIMIT ${limit} OFFSET ${offset}
    ), h AS (
      SELECT "${key}" AS "_id", row_number() OVER (ORDER BY ${sort})::integer AS "_place" FROM top
    )
    SELECT -1 AS "_part", h."_place", h."_id", NULL AS "_value", NULL::integer AS "_count"
      ${attributes.join("")}
    FROM h JOIN ${table} d ON d."${key}" = h."_id"
    UNION ALL
    SELECT CASE ${groups.map((group, index) => `WHEN GROUPING(${group}) = 0 THEN ${partOf(facets, index)}`).join(" ")} END,
      NULL, NULL, coalesce(${groups.map((group) => `${group}::text`).join(", ")}),
      count(*)::integer${attributes.map(() => ", NULL").join("")}
    FROM (SELECT ${[...counted, `"_mask" = 0 AS "_passes"`].join(", ")} FROM m) c
    GROUP BY GROUPING SETS (${groups.map((group) => `(${group})`).join(", ")})
    ORDER BY 1, 2`;
  return { text: statement, values: parameters.values };
}

function partOf(facets: Facet[], index: number): number {
  return index < facets.length ? index : TOTAL_PART;
}

/** 0 the title is the text, 1 begins with it, 2 holds all its words, 3 they are elsewhere. */
function closeness(text: TextQuery, parameters: Parameters): string {
  const folded = parameters.add(`\n${text.folded}`, "text");
  const query = parameters.add(text.tsquery, "text");
  return `(CASE WHEN strpos("_lead", ${folded} || E'\\n') > 0 THEN 0
    WHEN strpos("_lead", ${folded}) > 0 THEN 1
    WHEN "_lead_words" @@ ${query}::tsquery THEN 2 ELSE 3 END)`;
}
