import { distanceOf, errorsAllowed } from "./damerau";
import { among } from "./expressions";
import { LEAD_WORDS, TERMS } from "./layout";
import { hasAllWords, hasWord, type TextQuery } from "./text";

/** What corrections need to ask an index. */
export type Lookup = {
  /** How many documents pass each expression, in their order. */
  counts(expressions: readonly string[]): Promise<number[]>;
  /** Words of documents that look like this one, with the number of documents. */
  similar(word: string): Promise<{ word: string; documents: number }[]>;
};

/** Words that may stand for one that was typed; two where it is split. */
type Candidate = { words: string[]; documents: number; errors: number };

/** Candidates of one word, and attempts at the text, that are looked at. */
const CANDIDATES = 6;
const ATTEMPTS = 24;
/** Halves of a word that was typed without its space have at least so many letters. */
const SHORTEST_HALF = 2;

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
  const attempts =
    missing.length > 0 ? await replaceAll(lookup, typed, missing) : await replaceOne(lookup, typed);
  const found = await finding(lookup, attempts.slice(0, ATTEMPTS));
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

async function replaceAll(
  lookup: Lookup,
  typed: TextQuery,
  missing: readonly number[],
): Promise<TextQuery[]> {
  const lists = await Promise.all(
    missing.map((index) => candidatesFor(lookup, typed.words[index] ?? "")),
  );
  let attempts: { query: Map<number, string[]>; rank: number }[] = [{ query: new Map(), rank: 0 }];
  missing.forEach((index, place) => {
    const candidates = lists[place] ?? [];
    attempts = attempts
      .flatMap(({ query, rank }) =>
        candidates.map(({ words }, more) => ({
          query: new Map([...query, [index, words]]),
          rank: rank + more,
        })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, ATTEMPTS);
  });
  return attempts.map(({ query }) => replaced(typed, query));
}

async function replaceOne(lookup: Lookup, typed: TextQuery): Promise<TextQuery[]> {
  if (typed.words.length < 2) return [];
  const lists = await Promise.all(typed.words.map((word) => candidatesFor(lookup, word)));
  return lists
    .flatMap((candidates, index) => candidates.map((candidate) => ({ candidate, index })))
    .sort((a, b) => byLikelihood(a.candidate, b.candidate))
    .map(({ candidate, index }) => replaced(typed, new Map([[index, candidate.words]])));
}

/** The text with some of its words replaced; a replaced last word is a whole one. */
function replaced(typed: TextQuery, instead: Map<number, string[]>): TextQuery {
  return {
    words: typed.words.flatMap((word, index) => instead.get(index) ?? [word]),
    lastIsPrefix: typed.lastIsPrefix && !instead.has(typed.words.length - 1),
  };
}

/** What a word may have been meant for: the nearest words, then the word in two. */
async function candidatesFor(lookup: Lookup, word: string): Promise<Candidate[]> {
  const similar = await similarTo(lookup, word);
  const split = similar.length < CANDIDATES ? await splitsOf(lookup, word) : [];
  return [...similar, ...split].slice(0, CANDIDATES);
}

/** Words of documents within the allowed errors, the nearest first, then the most frequent. */
async function similarTo(lookup: Lookup, word: string): Promise<Candidate[]> {
  const allowed = errorsAllowed(word);
  if (allowed === 0) return [];
  const found = await lookup.similar(word);
  return found
    .filter(({ word: other }) => !/\p{N}/u.test(other))
    .map(({ word: other, documents }) => ({
      words: [other],
      documents,
      errors: distanceOf(word, other),
    }))
    .filter(({ errors }) => errors > 0 && errors <= allowed)
    .sort(byLikelihood);
}

function byLikelihood(a: Candidate, b: Candidate): number {
  if (a.errors !== b.errors) return a.errors - b.errors;
  if (a.documents !== b.documents) return b.documents - a.documents;
  return a.words.join(" ") < b.words.join(" ") ? -1 : 1;
}

/** The word as two that documents have, each in the names of some; as likely as the rarer one. */
async function splitsOf(lookup: Lookup, word: string): Promise<Candidate[]> {
  const splits = Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => [
    word.slice(0, index + SHORTEST_HALF),
    word.slice(index + SHORTEST_HALF),
  ]);
  if (splits.length === 0) return [];
  const halves = [...new Set(splits.flat())];
  const counts = await lookup.counts(halves.map((half) => among(TERMS, [half])));
  const documents = new Map(halves.map((half, index) => [half, counts[index] ?? 0]));
  return splits
    .map((words) => ({
      words,
      documents: Math.min(...words.map((half) => documents.get(half) ?? 0)),
      errors: errorsAllowed(word) + 1,
    }))
    .filter((candidate) => candidate.documents > 0)
    .sort(byLikelihood);
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
