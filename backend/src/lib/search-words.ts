import { foldForSearch, words } from "@cho-lang/shared/vietnamese";
import { SYNONYMS } from "./synonyms";

/** Longer words are cut: nobody types them, a lexeme has 2,046 bytes and Meilisearch's values 468. */
const WORD_LENGTH = 100;
/** A document keeps its first words; what comes later in a long story isn't worth the space. */
export const WORDS_PER_DOCUMENT = 600;
/** More words in a query are left out. */
const WORDS_PER_QUERY = 20;

/** Words of the longest phrase that has synonyms. */
export const LONGEST_PHRASE = Math.max(...[...SYNONYMS.keys()].map((key) => key.split(" ").length));

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A word as it was written, composed, and folded. */
export type Written = { written: string; folded: string };

/**
 * The beginning of a text that is too long, in UTF-16 units. No half of a letter is left behind,
 * which would be no valid text and which PostgreSQL and Meilisearch refuse.
 */
export function cut(text: string, most = WORD_LENGTH): string {
  const begun = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(begun) ? begun.slice(0, -1) : begun;
}

/** The folded words of a text, in order, with repeats. */
export function foldedWords(text: string): string[] {
  return words(text).map((word) => cut(word));
}

/** Neighbours written as one word. */
export function neighbours(list: readonly string[]): string[] {
  return list.slice(1).map((word, index) => cut(`${list[index]}${word}`));
}

/** The words of a text in order, as they were written; as many as `foldedWords` has. */
export function writtenWords(text: string): Written[] {
  return (text.normalize("NFC").match(WORD) ?? [])
    .map((word) => ({ written: cut(word), folded: cut(foldForSearch(word)) }))
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
