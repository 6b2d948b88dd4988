import type { LocalDate } from "@cho-lang/shared/calendar";
import { browseRows, sortOf, sortValues } from "./browse";
import type { Facet } from "./facets";
import { condition, expression, type FieldFilter, Parameters } from "./filters";
import { distance, type NearQuery, within } from "./geo";
import { type DocumentPlan, type OrderTerm, tableOf, termsOf } from "./plan";
import { namesQueryOf, type TextQuery, titlesQueryOf, tsqueryOf } from "./text";
import { unmetOf } from "./understand";

/** The part of the total among counts; the facets' parts are numbered from 0. */
export const TOTAL_PART = 1000;

export type Statement = { text: string; values: unknown[] };

export type PageQuery = {
  plan: DocumentPlan;
  physicalName: string;
  today: LocalDate;
  filters: FieldFilter[];
  text: TextQuery | null;
  /** Whether mistyped words are corrected, and words left out, when nothing has them all. */
  corrects: boolean;
  leavesOut: boolean;
  /** Only another text is looked for that titles have; see `EngineOptions.instead`. */
  instead: boolean;
  /** Null sorts by relevance, which without text is the plan's first order. */
  order: OrderTerm[] | null;
  near: NearQuery | null;
  /** Nearest first, before `order` and whatever the closeness of the text. */
  byDistance: boolean;
  attributes: string[];
  skip: number;
  take: number;
  /** As far as the last counts tell; see `isRare`. */
  isRare?: boolean;
};

/** SQL expressions of a text: its tsqueries and its `headOf`. */
export type Match = {
  tsquery: string;
  head: () => string;
  titles: () => string;
  names: () => string;
};

/** A text as a title begins with it. */
export function headOf({ words }: TextQuery): string {
  return `\n${words.join(" ")}`;
}

/** The text of a query as parameters of its statement. */
function asked({ text, physicalName }: PageQuery, parameters: Parameters): Match | null {
  if (text === null) return null;
  const last = text.isPrefix ? parameters.add(text.words.at(-1), "text") : null;
  const tsquery = (read: (text: TextQuery, inNames: boolean) => string) => {
    const value = (inNames: boolean) => `${parameters.add(read(text, inNames), "text")}::tsquery`;
    if (last === null) return value(false);
    // As a subquery it is worked out once, and not for each row.
    return `(SELECT CASE WHEN ${isTerm(physicalName, last)} THEN ${value(false)} ELSE ${value(true)} END)`;
  };
  return {
    tsquery: tsquery(tsqueryOf),
    head: () => parameters.add(headOf(text), "text"),
    titles: () => `${parameters.add(titlesQueryOf(text), "text")}::tsquery`,
    names: () => tsquery(namesQueryOf),
  };
}

/** Whether a title or a name has a word whole; a beginning in names counts only where none has. */
export function isTerm(physicalName: string, word: string): string {
  return `EXISTS (SELECT FROM ${termsOf(physicalName)} t WHERE t.term = ${word})`;
}

/** One attribute of a hit as it reads today; the documents' table is `d`. */
function attribute(query: PageQuery, name: string, parameters: Parameters): string {
  const place = query.plan.geo.find((column) => column.name === name);
  if (place) {
    const [lat, lng] = [`d."${place.lat}"`, `d."${place.lng}"`];
    return `CASE WHEN ${lat} IS NOT NULL THEN jsonb_build_object('lat', ${lat}, 'lng', ${lng}) END AS "${name}"`;
  }
  const column = query.plan.columns.get(name);
  if (!column) throw new Error(`The index has no field "${name}"`);
  const value = expression(column, parameters);
  return `${column.type === "date" ? `${value}::text` : value} AS "${name}"`;
}

/** A page of hits as a subquery, and the order of its rows. */
export function pageRows(
  query: PageQuery,
  match: Match | null,
  parameters: Parameters,
): { select: string; sort: string } {
  const { plan, near } = query;
  const order = query.order ?? plan.orders[0] ?? [];
  const isRanked = match !== null && query.order === null;
  const first =
    query.byDistance && near
      ? distance(near, parameters)
      : isRanked
        ? closeness(query, match)
        : null;
  const attributes = query.attributes.map((name) => attribute(query, name, parameters));
  if (match === null && near === null) {
    const where = conditions(query, query.filters, null, parameters);
    const table = tableOf(query.physicalName);
    const browse = { ...query, order, table, where, attributes, isRare: query.isRare === true };
    return { select: browseRows(browse, parameters), sort: sortOf(plan, order) };
  }
  const values = sortValues(plan, order, parameters);
  const columns = [
    `d."${plan.primaryKey}" AS "_id"`,
    ...attributes,
    ...values.map(({ value }, index) => `${value} AS "_o${index}"`),
    ...(first === null ? [] : [`${first} AS "_first"`]),
  ];
  const isFirst = first === null ? "" : `"_first" ASC NULLS LAST, `;
  const by = values.map(({ value, direction }) => `${value} ${direction} NULLS LAST`).join(", ");
  return {
    select: `SELECT ${columns.join(", ")}
      FROM ${tableOf(query.physicalName)} d
      WHERE ${conditions(query, query.filters, match, parameters)}
      ORDER BY ${isFirst}${by}
      LIMIT ${parameters.add(query.take, "integer")} OFFSET ${parameters.add(query.skip, "integer")}`,
    sort: `${isFirst}${sortOf(plan, order)}`,
  };
}

/**
 * A page of hits, and the revisions of the same snapshot. One row with nulls when there is no hit;
 * none when the index does not exist. When no document at all meets the text, `_facts` is what is
 * known about its words; it is not worked out otherwise.
 */
export function hitsPage(query: PageQuery): Statement {
  const parameters = new Parameters(query.today);
  const name = parameters.add(query.physicalName, "text");
  const match = asked(query, parameters);
  const { select, sort } = pageRows(query, match, parameters);
  const isOpen = query.corrects || query.leavesOut;
  const facts =
    isOpen && match && query.text ? unmetFacts(query, query.text, match, parameters) : "NULL";
  const text = `
    SELECT i.facets_revision AS "_facets_revision", i.revision AS "_revision", h.*,
      CASE WHEN h."_id" IS NULL THEN ${facts} END AS "_facts"
    FROM search.document_index i
    LEFT JOIN LATERAL (${select}) h ON true
    WHERE i.name = ${name}
    ORDER BY ${sort}`;
  return { text, values: parameters.values };
}

/**
 * Documents `d` that meet a tsquery, found by the index. Their words lie apart from the narrow row,
 * which the planner does not count when it weighs reading the whole table, so it is told of a
 * costly test for each row that is read; the test itself is never reached.
 */
export function meets(plan: DocumentPlan, tsquery: string, words = "_words"): string {
  const key = `d."${plan.primaryKey}"`;
  return `d."${words}" @@ ${tsquery} AND (${key} <> '' OR to_tsvector('simple', ${key}) IS NULL)`;
}

/**
 * Null as soon as some document meets the text, whatever the filters say; where another text is
 * wanted instead, as soon as some document's titles and names do.
 */
function unmetFacts(
  { plan, physicalName, instead }: PageQuery,
  text: TextQuery,
  match: Match,
  parameters: Parameters,
): string {
  const [documents, terms] = [tableOf(physicalName), termsOf(physicalName)];
  const { asked: words, keys, parts } = unmetOf(text, instead);
  const list = (read: (word: (typeof words)[number]) => unknown, type: string) =>
    parameters.add(words.map(read), type);
  // With EXISTS the planner hopes for an early hit and reads the whole table in vain.
  const isMet = (tsquery: string) =>
    `(SELECT count(*) > 0 FROM ${documents} d WHERE ${meets(plan, tsquery)})`;
  // A term is found at once; only what no name holds is looked for in the stories.
  const has = `
    SELECT jsonb_agg(
      EXISTS (SELECT FROM ${terms} t WHERE t.term = u.word)
      OR u.is_beginning = 1 AND EXISTS (
        SELECT FROM ${terms} t WHERE t.term >= u.word AND t.term < u.word || chr(1114111))
      OR ${isMet("u.unit::tsquery")}
      ORDER BY u.n)
    FROM unnest(${list(({ word }) => word, "text[]")}, ${list(({ unit }) => unit, "text[]")},
      ${list(({ isBeginning }) => Number(isBeginning), "integer[]")})
      WITH ORDINALITY u(word, unit, is_beginning, n)`;
  // One key at a time, because the planner thinks little of reading all deletions, which lie apart.
  const near = `
    SELECT jsonb_agg(jsonb_build_object('term', term, 'documents', documents, 'spelling', spelling))
    FROM (
      SELECT term, sum(documents)::integer AS documents,
        (array_agg(spelling ORDER BY documents DESC, spelling))[1] AS spelling
      FROM (
        SELECT t.term, t.spelling, t.documents
        FROM unnest(${parameters.add(keys, "text[]")}) k(key)
        CROSS JOIN LATERAL (
          SELECT * FROM ${terms} WHERE deletions @> ARRAY[k.key] OFFSET 0
        ) t
        UNION
        SELECT term, spelling, documents FROM ${terms}
        WHERE term = ANY (${parameters.add(parts, "text[]")})
      ) t
      GROUP BY term
    ) t`;
  const met = `SELECT count(*)::integer FROM ${documents} d WHERE ${meets(plan, match.tsquery)}`;
  return `CASE WHEN NOT ${isMet(instead ? match.names() : match.tsquery)} THEN jsonb_build_object(
      'has', (${has}), 'terms', coalesce((${near}), '[]'), 'met', (${instead ? met : "0"})) END`;
}

function conditions(
  query: PageQuery,
  filters: FieldFilter[],
  match: Match | null,
  parameters: Parameters,
): string {
  const list = filters.map((filter) => condition(filter, parameters));
  if (query.near) list.push(within(query.near, parameters));
  if (match) list.push(meets(query.plan, match.tsquery));
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

/** Which of the filters belong to which facet; those are not applied to the facet's own counts. */
export type FacetFilter = { facet: number; filter: FieldFilter };

/** Counts of all facets and the total; see `countRows`. */
export function facetCounts(
  query: PageQuery,
  facets: Facet[],
  facetFilters: FacetFilter[],
): Statement {
  const parameters = new Parameters(query.today);
  const text = countRows(query, facets, facetFilters, asked(query, parameters), parameters);
  return { text, values: parameters.values };
}

/**
 * Counts in one pass over the rows that match the text and every filter outside the facets. Each
 * row carries a mask of the facet filters it fails: it counts for a facet when it fails none or
 * only that facet's own, and rows that fail more are dropped. The rows' parts are 0… for the
 * facets, 1000 for the total (of the value "true").
 */
export function countRows(
  query: PageQuery,
  facets: Facet[],
  facetFilters: FacetFilter[],
  match: Match | null,
  parameters: Parameters,
): string {
  const own = new Set(facetFilters.map(({ filter }) => filter));
  const others = query.filters.filter((filter) => !own.has(filter));
  const where = conditions(query, others, match, parameters);
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
  return `
    SELECT CASE ${parts.join(" ")} END AS "_part",
      coalesce(${groups.map((group) => `${group}::text`).join(", ")}) AS "_value",
      count(*)::integer AS "_count"
    FROM (
      SELECT ${counted.join(", ")} FROM (
        SELECT ${columns.join(", ")} FROM ${tableOf(query.physicalName)} d WHERE ${where}
      ) a WHERE "_mask" & ("_mask" - 1) = 0
    ) m
    GROUP BY GROUPING SETS (${groups.map((group) => `(${group})`).join(", ")})`;
}

/**
 * 0 the title is the text, 1 begins with it, 2 begins with it but for the last word's end, 3 has
 * all its words, 4 titles have some and names of maker, place and kind the others, side by side,
 * 5 the words are elsewhere.
 */
function closeness({ plan, physicalName }: PageQuery, { head, titles, names }: Match): string {
  const begins = head();
  // Asked of the index for all documents at once: their words lie apart, and reading them is slow.
  const isNamed = `WHEN d."${plan.primaryKey}" IN (
      SELECT d."${plan.primaryKey}" FROM ${tableOf(physicalName)} d WHERE ${meets(plan, names())}) THEN 4`;
  return `(CASE WHEN strpos(d."_lead", ${begins} || E'\\n') > 0 THEN 0
    WHEN strpos(d."_lead", ${begins} || ' ') > 0 THEN 1
    WHEN strpos(d."_lead", ${begins}) > 0 THEN 2
    WHEN d."_lead_words" @@ ${titles()} THEN 3
    ${isNamed} ELSE 5 END)`;
}
