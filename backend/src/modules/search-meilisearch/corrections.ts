import {
  candidatesFor,
  decodedWords,
  fewerPlaces,
  isShortText,
  type KnownWord,
  type Replacement,
  replacementsOf,
  replaceWords,
  type TextFacts,
  understandWords,
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
 * What to search when no document has all words: words that nothing has are decoded or replaced by
 * what documents have; when all words exist, but never together, one of them is. Else words are
 * left out, first those that nothing has, then from the end. Null when even one word finds nothing.
 * `written` are the words as they were typed. Counts are asked twice, and at most two words for
 * what looks like them, whatever was typed.
 */
export async function correct(
  lookup: Lookup,
  typed: TextQuery,
  written: readonly string[] = typed.words,
): Promise<Corrected | null> {
  const facts = await factsOf(lookup, typed, written);
  const understood = understandWords(facts);
  const { words, doubted, read } = understood;
  const near = new Map(
    await Promise.all(
      doubted.map(async (place) => {
        const word = words[place] ?? "";
        return [place, allowedTypos(word) > 0 ? await lookup.similar(word) : []] as const;
      }),
    ),
  );
  const { documentsOf } = facts;
  const lastIsPrefix = typed.lastIsPrefix && !read.includes(words.length - 1);
  const text = { ...typed, words, lastIsPrefix };
  const attempts = replacementsOf(understood, (place) =>
    candidatesFor(words, place, { near: near.get(place) ?? [], documentsOf }),
  ).map((instead) => replaced(text, instead));
  const fewer = fewerPlaces(understood).map((kept) => ({ kept, query: reduced(text, kept) }));
  if (attempts.length + fewer.length === 0) return null;
  const counts = await lookup.counts([
    ...attempts.map((attempt) => hasAllWords(attempt)),
    ...attempts.map((attempt) => hasAllWords(attempt, LEAD_WORDS)),
    ...fewer.map(({ query }) => hasAllWords(query)),
  ]);
  const isFound = (place: number) => (counts[place] ?? 0) > 0;
  const found = attempts.filter((_, place) => isFound(place));
  // First those that a title has.
  const titled = attempts.filter((_, place) => isFound(attempts.length + place));
  const [best, ...others] = [...new Set([...titled, ...found])];
  if (best) return { kind: "corrected", query: best, leftOut: [], others: others.slice(0, 3) };
  const less = fewer.find((_, place) => isFound(2 * attempts.length + place));
  if (!less) return null;
  const leftOut = [...words.keys()].filter((place) => !less.kept.includes(place));
  return { kind: "fewer_words", query: less.query, leftOut, others: [] };
}

/** What documents have of the words, of what keys make of them, and of the halves of a short text. */
async function factsOf(
  { counts }: Lookup,
  typed: TextQuery,
  written: readonly string[],
): Promise<TextFacts> {
  const { words } = typed;
  const decoded = decodedWords(written);
  // A decoded word is a whole one.
  const whole = {
    words: words.map((word, place) => decoded[place] ?? word),
    lastIsPrefix: false,
  };
  const places = [...words.keys()].filter((place) => decoded[place] !== null);
  const parts = isShortText(words)
    ? [...new Set(words.flatMap((word) => [word, ...halves(word).flat()]))]
    : [];
  const found = await counts([
    ...words.map((_, place) => hasWord(typed, place)),
    ...places.map((place) => hasWord(whole, place)),
    ...parts.map((part) => among(TERMS, [part])),
  ]);
  const ofParts = words.length + places.length;
  const documents = new Map(parts.map((part, place) => [part, found[ofParts + place] ?? 0]));
  return {
    words,
    decoded,
    has: words.map((_, place) => (found[place] ?? 0) > 0),
    hasDecoded: words.map((_, place) => {
      const index = places.indexOf(place);
      return index >= 0 && (found[words.length + index] ?? 0) > 0;
    }),
    documentsOf: (word) => documents.get(word) ?? 0,
  };
}

/** The text with some of its words replaced; a replaced last word is a whole one. */
function replaced(typed: TextQuery, instead: Replacement): TextQuery {
  return {
    ...typed,
    words: replaceWords(typed.words, instead),
    lastIsPrefix: typed.lastIsPrefix && !instead.has(typed.words.length - 1),
  };
}

/** The text with the words at these places only. */
function reduced(typed: TextQuery, places: readonly number[]): TextQuery {
  return {
    ...typed,
    words: places.map((place) => typed.words[place] ?? ""),
    lastIsPrefix: typed.lastIsPrefix && places.at(-1) === typed.words.length - 1,
  };
}
