import { foldForSearch, words } from "@cho-lang/shared/vietnamese";
import { SYNONYMS } from "../../lib/synonyms";

/** Longer words are cut: nobody types them, and Meilisearch's values have a limit of 468 bytes. */
export const WORD_LENGTH = 100;
/** A document keeps its first words; what comes later in a long story isn't worth the space. */
const WORDS_PER_DOCUMENT = 600;
/** More words in a query are left out. */
const WORDS_PER_QUERY = 20;
/** Of a title as a whole; a value of 150 letters fits even in a script of three bytes each. */
const LEAD_LENGTH = 150;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Synonyms of several words: a document is told which of them it holds, word after word. */
const PHRASES = [...new Set([...SYNONYMS.values()].flat())].filter((text) => text.includes(" "));

export type DocumentWords = { leads: string[]; leadWords: string[]; words: string[] };

/**
 * The folded words of a document. Two neighbours in a leading field also count as one word, so
 * that "caphe" finds "cà phê"; a synonym of several words counts as one, with its spaces.
 */
export function documentWords(leads: readonly string[], texts: readonly string[]): DocumentWords {
  const leading = leads.map(words).filter((list) => list.length > 0);
  const others = texts.map(words);
  const joined = leading.flatMap((list) =>
    list.slice(1).map((word, index) => `${list[index]}${word}`),
  );
  const leadWords = unique([...leading.flat(), ...joined, ...phrasesIn(leading)]);
  return {
    leads: leading.map(phraseOf),
    leadWords,
    words: unique([...leadWords, ...phrasesIn(others), ...others.flat()]).slice(
      0,
      WORDS_PER_DOCUMENT,
    ),
  };
}

function phrasesIn(lists: readonly string[][]): string[] {
  const texts = lists.map((list) => ` ${list.join(" ")} `);
  return PHRASES.filter((phrase) => texts.some((text) => text.includes(` ${phrase} `)));
}

function unique(list: string[]): string[] {
  return [...new Set(list.map((word) => word.slice(0, WORD_LENGTH)))];
}

/** Words as one value: "ha_giang". Not with spaces, because Meilisearch drops one at the end. */
export function phraseOf(list: readonly string[]): string {
  return list.join("_").slice(0, LEAD_LENGTH);
}

/** The names of several words in texts that list them with bars between. */
export function namesIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split("|")).map((name) => words(name));
  const several = names.filter((name) => name.length > 1);
  return [...new Set(several.map(phraseOf))];
}

/** The different words of texts. */
export function termsIn(texts: readonly string[]): string[] {
  return unique(texts.flatMap(words));
}

/** A word as it was written, and folded. */
export type Written = { written: string; folded: string };

/** The words of a text in order, as they were written. */
export function writtenWords(text: string): Written[] {
  return (text.normalize("NFC").match(WORD) ?? [])
    .map((written) => ({ written, folded: foldForSearch(written).slice(0, WORD_LENGTH) }))
    .filter(({ folded }) => folded !== "");
}

/** The first words of what a shopper typed. */
export function typedWords(text: string): Written[] {
  return writtenWords(text).slice(0, WORDS_PER_QUERY);
}

/** A text as `spell` reads it: its words with their diacritics, in lower case. */
export function speltLine(text: string): string {
  return writtenWords(text)
    .map(({ written }) => written.toLowerCase())
    .join(" ");
}
