import {
  begunInTitles,
  synonymsInNames,
  synonymsOf,
  type Ways,
  waysOf,
} from "../../lib/search-ways";
import { allOf, among, anyOf, not, startsWith } from "./expressions";
import { LEAD_WORDS, LEADS, NAMES, WORDS } from "./layout";
import { phraseOf } from "./words";

/**
 * Folded words, of which the last may be the beginning of a word; `inNames` as `waysOf` means it,
 * which is known only after the index was asked.
 */
export type TextQuery = {
  words: readonly string[];
  lastIsPrefix: boolean;
  inNames?: boolean | undefined;
};

/** Where a text is met: anywhere, in titles, or in titles and names side by side. */
type Where = typeof WORDS | typeof LEAD_WORDS | typeof NAMES;

/** Whether a document has all words. */
export function hasAllWords(query: TextQuery, where: Where = WORDS): string {
  return allOf(read(query).map((ways) => hasOneOf(ways, where)));
}

/** Whether a document has one word, in any of the ways that count. */
export function hasWord(query: TextQuery, index: number): string {
  const ways = read(query)[index];
  return ways ? hasOneOf(ways, WORDS) : "";
}

function read({ words, lastIsPrefix, inNames = false }: TextQuery): Ways[] {
  return waysOf({ words, lastIsPrefix, inNames });
}

function hasOneOf(ways: Ways, where: Where): string {
  const { anywhere, synonyms, named, begun } = ways;
  if (where === LEAD_WORDS) return hasAny(where, [...anywhere, ...synonyms], begunInTitles(ways));
  if (where === NAMES) return hasAny(where, named, begun);
  const other = synonymsInNames(ways);
  return anyOf([
    hasAny(WORDS, anywhere, []),
    hasAny(NAMES, other.named, [...begun, ...other.begun]),
  ]);
}

function hasAny(where: Where, whole: readonly string[], begun: readonly string[]): string {
  return anyOf([
    whole.length > 0 ? among(where, whole) : "",
    ...begun.map((beginning) => startsWith(where, beginning)),
  ]);
}

/**
 * The steps of relevance, each without those before: a title is the text, begins with it, begins
 * with it but for the end of the last word, has all its words; titles have some and names of maker,
 * place and kind the others, side by side; the words are elsewhere.
 */
export function stepsOf(query: TextQuery): string[] {
  const text = phraseOf(query.words);
  const all = hasAllWords(query);
  const is = among(LEADS, [text]);
  const goesOn = startsWith(LEADS, `${text}_`);
  const begins = startsWith(LEADS, text);
  // Among the words of titles two neighbours stand as one; what only they begin like is not met.
  const inTitle = allOf([hasAllWords(query, LEAD_WORDS), query.lastIsPrefix ? all : ""]);
  const named = hasAllWords(query, NAMES);
  // A title that is the text, or goes on after it, has all its words; half a word may not count.
  return [
    is,
    allOf([goesOn, not(is)]),
    allOf([begins, not(goesOn), not(is), query.lastIsPrefix ? "" : all]),
    allOf([inTitle, not(begins)]),
    allOf([named, not(inTitle), not(begins)]),
    allOf([all, not(named), not(inTitle), not(begins)]),
  ];
}

/** The folded words that hits were met by, for marks. */
export function termsOf({ words, lastIsPrefix }: TextQuery): {
  terms: string[];
  prefix: string | null;
} {
  const prefix = lastIsPrefix ? (words.at(-1) ?? null) : null;
  const whole = prefix === null ? words : words.slice(0, -1);
  const synonyms = synonymsOf(words).map(({ synonym }) => synonym);
  return { terms: [...new Set([...whole, ...synonyms])], prefix };
}
