import {
  CANDIDATES,
  type Candidate,
  type KnownWord,
  nearWords,
  type Replacement,
  replaceAll,
  replaceOne,
  replaceWords,
  splitWord,
} from "../../lib/corrections";
import { allowedTypos, halves } from "../../lib/typos";
import { among } from "./expressions";
import { LEAD_WORDS, TERMS } from "./layout";
import { hasAllWords, hasWord, type TextQuery } from "./text";

/** What corrections need to ask an index. */
export type Lookup = {
  /** How many documents pass each expression, in their order. */
  counts(expressions: readonly string[]): Promise<number[]>;
  /** Words of documents that look like this one, with the number of documents. */
  similar(word: string): Promise<KnownWord[]>;
};

/** A text as it is searched instead, and which of the typed words are left out. */
export type Corrected = {
  kind: "corrected" | "fewer_words";
  query: TextQuery;
  leftOut: number[];
  /** Other texts that find something, best first. */
  others: TextQuery[];
};

/**
 * What to search when no document has all words: each word that nothing has is replaced by what
 * documents have; when all words exist, but never together, one of them is. Else words are left
 * out, first those that nothing has, then from the end. Null when even one word finds nothing.
 */
export async function correct(lookup: Lookup, typed: TextQuery): Promise<Corrected | null> {
  const met = await lookup.counts(typed.words.map((_, index) => hasWord(typed, index)));
  const missing = typed.words.flatMap((_, index) => (met[index] === 0 ? [index] : []));
  const replacements =
    missing.length > 0
      ? replaceAll(await choicesFor(lookup, typed, missing))
      : replaceOne(await choicesFor(lookup, typed, [...typed.words.keys()]));
  const found = await finding(
    lookup,
    replacements.map((instead) => replaced(typed, instead)),
  );
  const [best, ...others] = found;
  if (best) return { kind: "corrected", query: best, leftOut: [], others: others.slice(0, 3) };
  return fewerWords(lookup, typed, missing);
}

/** Those that find something, first those that a title has. */
async function finding(lookup: Lookup, attempts: TextQuery[]): Promise<TextQuery[]> {
  if (attempts.length === 0) return [];
  const counts = await lookup.counts([
    ...attempts.map((attempt) => hasAllWords(attempt)),
    ...attempts.map((attempt) => hasAllWords(attempt, LEAD_WORDS)),
  ]);
  const found = attempts.filter((_, index) => (counts[index] ?? 0) > 0);
  const titles = new Set(attempts.filter((_, index) => (counts[attempts.length + index] ?? 0) > 0));
  return [
    ...found.filter((each) => titles.has(each)),
    ...found.filter((each) => !titles.has(each)),
  ];
}

/** The text with some of its words replaced; a replaced last word is a whole one. */
function replaced(typed: TextQuery, instead: Replacement): TextQuery {
  return {
    words: replaceWords(typed.words, instead),
    lastIsPrefix: typed.lastIsPrefix && !instead.has(typed.words.length - 1),
  };
}

function choicesFor(lookup: Lookup, typed: TextQuery, places: readonly number[]) {
  return Promise.all(
    places.map(async (place) => {
      const candidates = await candidatesFor(lookup, typed.words[place] ?? "");
      return { place, candidates };
    }),
  );
}

/** What a word may have been meant for: the nearest words, then the word in two. */
async function candidatesFor(lookup: Lookup, word: string): Promise<Candidate[]> {
  const near = allowedTypos(word) > 0 ? nearWords(word, await lookup.similar(word)) : [];
  const split = near.length < CANDIDATES ? await splitsOf(lookup, word) : [];
  return [...near, ...split].slice(0, CANDIDATES);
}

async function splitsOf(lookup: Lookup, word: string): Promise<Candidate[]> {
  const parts = [...new Set(halves(word).flat())];
  if (parts.length === 0) return [];
  const counts = await lookup.counts(parts.map((part) => among(TERMS, [part])));
  const documents = new Map(parts.map((part, index) => [part, counts[index] ?? 0]));
  return splitWord(word, (half) => documents.get(half) ?? 0);
}

async function fewerWords(
  lookup: Lookup,
  typed: TextQuery,
  missing: readonly number[],
): Promise<Corrected | null> {
  const kept = typed.words.flatMap((_, index) => (missing.includes(index) ? [] : [index]));
  const last = typed.words.length - 1;
  const attempts = kept
    .map((_, index) => kept.slice(0, kept.length - index))
    .filter((indexes) => indexes.length < typed.words.length)
    .map((indexes) => ({
      indexes,
      words: indexes.map((index) => typed.words[index] ?? ""),
      lastIsPrefix: typed.lastIsPrefix && indexes.at(-1) === last,
    }));
  if (attempts.length === 0) return null;
  const counts = await lookup.counts(attempts.map((attempt) => hasAllWords(attempt)));
  const attempt = attempts.find((_, index) => (counts[index] ?? 0) > 0);
  if (!attempt) return null;
  const { indexes, words, lastIsPrefix } = attempt;
  const leftOut = typed.words.flatMap((_, index) => (indexes.includes(index) ? [] : [index]));
  return { kind: "fewer_words", query: { words, lastIsPrefix }, leftOut, others: [] };
}
