import type { MultiSearchQuery } from "meilisearch";
import type { EngineMetadata, EngineReading } from "../../lib/search-reading";
import { speltLine, type Written } from "../../lib/search-words";
import { spell } from "../../lib/spelling";
import type { Ask, Found } from "./answer";
import { type Corrected, correct, type Lookup } from "./corrections";
import { among } from "./expressions";
import { LEAD_WORDS, SPELT, TERMS } from "./layout";
import { countQuery } from "./question";
import { hasAllWords, type TextQuery, termsOf } from "./text";

/**
 * `ask`, but what is asked at the same moment goes to the server in one request.
 */
export function together(ask: Ask): Ask {
  let next: { queries: MultiSearchQuery[]; found: Promise<Found[]> } | null = null;
  return async (queries) => {
    if (next === null) {
      const all: MultiSearchQuery[] = [];
      const found = Promise.resolve().then(() => {
        next = null;
        return ask(all);
      });
      next = { queries: all, found };
    }
    const { queries: all, found } = next;
    const from = all.length;
    all.push(...queries);
    return (await found).slice(from, from + queries.length);
  };
}

/** Documents that are read to learn how words are spelt. */
const SPELLING_HITS = 8;

/** A text that is searched as it was typed. */
export function asTyped(query: TextQuery, typed: readonly Written[]): EngineMetadata {
  const read_as = typed.map(({ written }) => written).join(" ");
  return metadataOf("as_typed", query, { read_as, left_out: [] });
}

/** What is searched instead of what was typed, and how to learn what to tell about it. */
type Otherwise = { query: TextQuery; tell: () => Promise<EngineMetadata> };

/**
 * How a text that nothing has is searched instead; null when nothing is like it, and so nothing
 * is found. Asks four times at most.
 */
export async function readOtherwise(
  asking: { index: string; ask: Ask; similar: Lookup["similar"] },
  query: TextQuery,
  typed: readonly Written[],
): Promise<Otherwise | null> {
  const { index, ask, similar } = asking;
  const counts: Lookup["counts"] = async (expressions) => {
    const found = await ask(expressions.map((expression) => countQuery(index, expression)));
    return found.map(({ totalHits }) => totalHits ?? 0);
  };
  const written = typed.map((word) => word.written);
  const corrected = await correct({ counts, similar }, query, written);
  if (corrected === null) return null;
  const left_out = corrected.leftOut.map((place) => typed[place]?.written ?? "");
  const tell = async () => {
    const [read_as = "", ...others] = await spelt(asking, corrected);
    const suggestions = [...new Set(others)].filter((other) => other !== read_as);
    return metadataOf(corrected.kind, corrected.query, { read_as, left_out }, suggestions);
  };
  return { query: corrected.query, tell };
}

function metadataOf(
  kind: EngineReading["kind"],
  query: TextQuery,
  told: { read_as: string; left_out: string[] },
  suggestions: string[] = [],
): EngineMetadata {
  return { reading: { kind, ...told, ...termsOf(query) }, suggestions };
}

/** The read text and its alternatives, spelt as the documents that they find spell them. */
async function spelt(
  { index, ask }: { index: string; ask: Ask },
  { query, others }: Corrected,
): Promise<string[]> {
  const queries = [query, ...others];
  const words = [...new Set(queries.flatMap((each) => each.words))];
  // Where titles have the words, they stand together and are spelt as they are meant.
  const filters = [
    ...queries.flatMap((each) => [hasAllWords(each, LEAD_WORDS), hasAllWords(each)]),
    // For a word that those documents meet by a synonym and don't spell.
    ...words.map((word) => among(TERMS, [word])),
  ];
  const found = await ask(
    filters.map((filter) => ({
      indexUid: index,
      filter,
      limit: SPELLING_HITS,
      attributesToRetrieve: [SPELT],
    })),
  );
  const lines = (...places: number[]) =>
    places
      .flatMap((place) => found[place]?.hits ?? [])
      .slice(0, SPELLING_HITS)
      .flatMap((hit) => hit[SPELT] as string[])
      .map(speltLine);
  const known = words.map((term, place) => ({
    term,
    spelling: spell([term], lines(2 * queries.length + place)),
  }));
  return queries.map((each, place) => spell(each.words, lines(2 * place, 2 * place + 1), known));
}
