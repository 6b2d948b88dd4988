import { cut, LONGEST_PHRASE } from "../../lib/search-words";
import { SYNONYMS } from "../../lib/synonyms";
import { allOf, among, anyOf, not, startsWith } from "./expressions";
import { LEAD_WORDS, LEADS, NAMES, WORDS } from "./layout";
import { phraseOf } from "./words";

/** Folded words, of which the last may be the beginning of a word. */
export type TextQuery = { words: readonly string[]; lastIsPrefix: boolean };

/** Whether a document has all words. */
export function hasAllWords(query: TextQuery, attribute: string = WORDS): string {
  return allOf(query.words.map((_, index) => hasWord(query, index, attribute)));
}

/**
 * Whether a document has one word: as it stands, written as one word with a neighbour, or by a
 * synonym of a phrase that holds it.
 */
export function hasWord(query: TextQuery, index: number, attribute: string = WORDS): string {
  const { words, lastIsPrefix } = query;
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const add = (from: number, to: number) => {
    if (from < 0 || to > words.length) return;
    const text = cut(words.slice(from, to).join(""));
    (lastIsPrefix && to === words.length ? beginnings : whole).add(text);
  };
  add(index, index + 1);
  add(index - 1, index + 1);
  add(index, index + 2);
  for (const phrase of phrasesAround(words, index)) {
    for (const synonym of SYNONYMS.get(phrase) ?? []) whole.add(synonym);
  }
  return anyOf([
    whole.size > 0 ? among(attribute, [...whole]) : "",
    ...[...beginnings].map((beginning) => startsWith(attribute, beginning)),
  ]);
}

function phrasesAround(words: readonly string[], index: number): string[] {
  const phrases: string[] = [];
  for (let from = Math.max(0, index - LONGEST_PHRASE + 1); from <= index; from += 1) {
    const last = Math.min(words.length, from + LONGEST_PHRASE);
    for (let to = index + 1; to <= last; to += 1) phrases.push(words.slice(from, to).join(" "));
  }
  return phrases;
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
  const inTitle = hasAllWords(query, LEAD_WORDS);
  const named = hasAllWords(query, NAMES);
  // A title that is the text, or goes on after it, has all its words; half a word may not count.
  return [
    is,
    allOf([goesOn, not(is)]),
    allOf([begins, not(goesOn), not(is), query.lastIsPrefix ? "" : all]),
    allOf([inTitle, not(begins)]),
    allOf([named, not(inTitle), not(begins)]),
    allOf([all, not(named), not(begins)]),
  ];
}

/** The folded words that hits were met by, for marks. */
export function termsOf({ words, lastIsPrefix }: TextQuery): {
  terms: string[];
  prefix: string | null;
} {
  const prefix = lastIsPrefix ? (words.at(-1) ?? null) : null;
  const whole = prefix === null ? words : words.slice(0, -1);
  const synonyms = words.flatMap((_, index) =>
    phrasesAround(words, index).flatMap((phrase) => SYNONYMS.get(phrase) ?? []),
  );
  return { terms: [...new Set([...whole, ...synonyms])], prefix };
}
