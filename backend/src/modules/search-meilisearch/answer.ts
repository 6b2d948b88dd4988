import type { SearchTypes } from "@medusajs/framework/types";
import type { MultiSearchQuery, MultiSearchResult } from "meilisearch";
import { among } from "./expressions";
import { facetResult } from "./facets";
import { TERMS } from "./layout";
import {
  countQueries,
  countQuery,
  pageQuery,
  type Question,
  type Segment,
  segmentsOf,
} from "./question";
import { hasAllWords, type TextQuery } from "./text";

type Row = Record<string, unknown>;
export type Found = MultiSearchResult<Row>;
/** Sends queries in one request. */
export type Ask = (queries: MultiSearchQuery[]) => Promise<Found[]>;

export type Answer = {
  hits: Row[];
  count: number;
  facets: Record<string, SearchTypes.SearchFacetResult>;
  /** Documents that have all words, whatever the filters; null without text. */
  withText: number | null;
  /**
   * Where the last word may go on but no title and no name has it as a whole word, the documents
   * that have all words when its beginning counts in names too; else null.
   */
  withNames: number | null;
};

/**
 * The page, its counts, and whether the text is met at all: in one request, or in two for later
 * pages by relevance, whose place within the steps must be known first.
 */
export async function answer(
  ask: Ask,
  question: Question,
  text: TextQuery | null,
): Promise<Answer> {
  const { skip, take } = question;
  const segments = segmentsOf(question, text);
  const isAtOnce = segments.length === 1 || skip === 0;
  const pages = segments.map((segment) =>
    pageQuery(question, segment, { offset: isAtOnce ? skip : 0, limit: isAtOnce ? take : 0 }),
  );
  const counts = countQueries(question, text);
  const isNarrowed = question.filters.length > 0 || question.near?.radius_km !== undefined;
  const existence = text && isNarrowed ? [countQuery(question.index, hasAllWords(text))] : [];
  const halves = halfQueries(question.index, text);
  const found = await ask([...counts.map(({ query }) => query), ...existence, ...pages, ...halves]);
  const facets: Answer["facets"] = {};
  counts.forEach((count, place) => {
    for (const facet of count.facets) {
      const counted = found[place]?.facetDistribution?.[facet.counted] ?? {};
      facets[facet.attribute.name] = facetResult(facet, counted);
    }
  });
  const first = counts.length + existence.length;
  const parts = found.slice(first, first + pages.length);
  const [whole, withNames] = found.slice(first + pages.length);
  return {
    count: found[0]?.totalHits ?? 0,
    facets,
    withText: text ? (found[isNarrowed ? counts.length : 0]?.totalHits ?? 0) : null,
    withNames: whole?.totalHits === 0 ? (withNames?.totalHits ?? 0) : null,
    hits: isAtOnce
      ? parts.flatMap(({ hits }) => hits).slice(0, take)
      : await laterPage(ask, question, segments, parts),
  };
}

/** What tells whether the last word's beginning counts in names, unless that is known. */
function halfQueries(index: string, text: TextQuery | null): MultiSearchQuery[] {
  const last = text?.words.at(-1);
  if (!text?.lastIsPrefix || text.inNames !== undefined || last === undefined) return [];
  return [among(TERMS, [last]), hasAllWords({ ...text, inNames: true })].map((filter) =>
    countQuery(index, filter),
  );
}

async function laterPage(
  ask: Ask,
  question: Question,
  segments: readonly Segment[],
  sizes: readonly Found[],
): Promise<Row[]> {
  let skip = question.skip;
  let take = question.take;
  const queries: MultiSearchQuery[] = [];
  segments.forEach((segment, place) => {
    const size = sizes[place]?.estimatedTotalHits ?? 0;
    const offset = Math.min(skip, size);
    const limit = Math.min(take, size - offset);
    skip -= offset;
    take -= limit;
    if (limit > 0) queries.push(pageQuery(question, segment, { offset, limit }));
  });
  if (queries.length === 0) return [];
  return (await ask(queries)).flatMap(({ hits }) => hits);
}
