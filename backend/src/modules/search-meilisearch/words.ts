import { foldForSearch, words } from "@cho-lang/shared/vietnamese";
import { SYNONYMS } from "../../lib/synonyms";

/** Longer words are cut: nobody types them, and Meilisearch's values have a limit of 468 bytes. */
export const WORD_LENGTH = 100;
/** A document keeps its first words; what comes later in a long story isn't worth the space. */
const WORDS_PER_DOCUMENT = 600;
/** More words in a query are left out. */
const WORDS_PER_QUERY = 20;
/** Of a title as a whole; a value of 150 letters fits even in a script of three bytes each. */
export const LEAD_LENGTH = 150;

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
    leads: leading.map((list) => list.join(" ").slice(0, LEAD_LENGTH)),
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

/**
 * How texts spell a folded word ("nuoc" → "nước"), the most frequent spelling first found; a word
 * that stands for two neighbours is spelt as the two. Null when they don't have it.
 */
export function spellingOf(folded: string, texts: readonly string[]): string | null {
  const times = new Map<string, number>();
  for (const text of texts) {
    const list = writtenWords(text);
    list.forEach((word, index) => {
      const next = list[index + 1];
      const spelt =
        word.folded === folded
          ? word.written
          : next && word.folded + next.folded === folded
            ? `${word.written} ${next.written}`
            : null;
      if (spelt === null) return;
      const lower = spelt.toLowerCase();
      times.set(lower, (times.get(lower) ?? 0) + 1);
    });
  }
  let best: string | null = null;
  for (const [spelt, count] of times) {
    if (best === null || count > (times.get(best) ?? 0)) best = spelt;
  }
  return best;
}
