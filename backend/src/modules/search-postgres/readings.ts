import { type Facet, facetOf } from "./facets";
import { Parameters } from "./filters";
import { tableOf } from "./plan";
import {
  countRows,
  type FacetFilter,
  headOf,
  isTerm,
  meets,
  type PageQuery,
  pageRows,
  type Statement,
} from "./statements";
import { namesQueryOf, type TextQuery, titlesQueryOf, tsqueryOf } from "./text";
import type { Reading } from "./understand";

/** Other corrections that are looked for once one is found. */
const SUGGESTIONS = 3;
/** Documents that are read for the spelling of a text. */
const SPELT = 8;

/** The only row that `firstReading` answers; readings are numbered from 1. */
export type ReadingRow = {
  /** What was tried and found, in order; the first is what was searched. */
  found: { place: number; spelt: string[] }[];
  hits: Record<string, unknown>[];
  counts: { _part: number; _value: string | null; _count: number }[];
};

/**
 * Tries texts in their order and answers page and counts of one that documents meet, all in one
 * statement and of one state of the index: the first correction that a title has, or else the
 * first that anything has, or else the first with fewer words. Corrections are tried until one is
 * found in a title and three more anywhere; where another text is wanted instead, only in titles.
 */
export function firstReading(
  query: PageQuery,
  facets: Facet[],
  facetFilters: FacetFilter[],
  readings: readonly Reading[],
): Statement {
  const parameters = new Parameters(query.today);
  const table = tableOf(query.physicalName);
  const corrections = readings.filter(({ kind }) => kind === "corrected").length;
  const match = {
    tsquery: "(SELECT query FROM chosen)",
    head: () => "(SELECT head FROM chosen)",
    titles: () => "(SELECT titles FROM chosen)",
    names: () => "(SELECT names FROM chosen)",
  };
  const least = Math.max(1, ...readings.map((reading) => reading.least ?? 1));
  const isTitle = query.instead
    ? `CASE WHEN count(*) >= ${parameters.add(least, "integer")} THEN true END`
    : `bool_or(d."_lead_words" @@ a.titles)`;
  const page = pageRows(query, match, parameters);
  const counts = countRows(query, facets, facetFilters, match, parameters);
  // Where titles have the words, they stand together and are spelt as they are meant.
  const spelt = `SELECT d."_spelt" FROM ${table} d WHERE ${meets(query.plan, "a.query")}
    ORDER BY d."_lead_words" @@ a.titles DESC LIMIT ${SPELT}`;
  const text = `
    WITH RECURSIVE asked AS MATERIALIZED (
      ${askedTexts(query, readings, parameters)}
    ), tried AS (
      SELECT 0 AS n, false AS is_found, false AS is_title, 0 AS found, 0 AS titles
      UNION ALL
      SELECT a.n, e.is_title IS NOT NULL, e.is_title,
        t.found + (e.is_title IS NOT NULL)::integer, t.titles + coalesce(e.is_title, false)::integer
      FROM tried t
      JOIN asked a ON a.n = t.n + 1
      CROSS JOIN LATERAL (
        SELECT ${isTitle} AS is_title
        FROM ${table} d WHERE ${query.instead ? meets(query.plan, "a.titles", "_lead_words") : meets(query.plan, "a.query")}
      ) e
      WHERE t.found = 0 OR (a.n <= ${parameters.add(corrections, "integer")}
        AND (t.titles = 0 OR t.found <= ${SUGGESTIONS}))
    ), met AS MATERIALIZED (
      SELECT a.*, t.is_title FROM asked a JOIN tried t USING (n)
      WHERE t.is_found ORDER BY t.is_title DESC, n LIMIT ${SUGGESTIONS + 1}
    ), chosen AS MATERIALIZED (
      SELECT * FROM met ORDER BY is_title DESC, n LIMIT 1
    )
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('place', a.n, 'spelt', (
        SELECT jsonb_agg(s."_spelt") FROM (${spelt}) s)) ORDER BY a.is_title DESC, a.n), '[]')
        FROM met a) AS found,
      (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY ${page.sort}), '[]')
        FROM (${page.select}) h) AS hits,
      (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM (${counts}) c) AS counts`;
  return { text, values: parameters.values };
}

/** The texts of the readings as rows, each with the tsqueries that it is met by. */
function askedTexts(
  { physicalName }: PageQuery,
  readings: readonly Reading[],
  parameters: Parameters,
): string {
  const list = (read: (text: TextQuery) => string | null) =>
    parameters.add(
      readings.map(({ text }) => read(text)),
      "text[]",
    );
  const columns = {
    head: list(headOf),
    half: list(({ words, isPrefix }) => (isPrefix ? (words.at(-1) ?? null) : null)),
    titles: list(titlesQueryOf),
    query: list((text) => tsqueryOf(text)),
    query_in_names: list((text) => tsqueryOf(text, true)),
    names: list((text) => namesQueryOf(text)),
    names_in_names: list((text) => namesQueryOf(text, true)),
  };
  return `SELECT a.n::integer AS n, a.head, a.titles::tsquery AS titles,
        (CASE WHEN o.in_names THEN a.query_in_names ELSE a.query END)::tsquery AS query,
        (CASE WHEN o.in_names THEN a.names_in_names ELSE a.names END)::tsquery AS names
      FROM unnest(${Object.values(columns).join(", ")})
        WITH ORDINALITY a(${Object.keys(columns).join(", ")}, n)
      CROSS JOIN LATERAL (
        SELECT a.half IS NOT NULL AND NOT ${isTerm(physicalName, "a.half")} AS in_names
      ) o`;
}

/** The filters that belong to facets, when each facet is counted without its own. */
export function ownFilters(query: PageQuery, facets: Facet[]): FacetFilter[] {
  return query.filters
    .map((filter) => ({ filter, facet: facetOf(facets, filter) }))
    .filter(({ facet }) => facet >= 0);
}
