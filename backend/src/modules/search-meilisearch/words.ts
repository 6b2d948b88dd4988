import { cut, foldedWords, neighbours, pairsIn, WORDS_PER_DOCUMENT } from "../../lib/search-words";
import { SYNONYMS } from "../../lib/synonyms";

/** Of a title as a whole; a value of 150 letters fits even in a script of three bytes each. */
const LEAD_LENGTH = 150;

/** Synonyms of several words: a document is told which of them it holds, word after word. */
const PHRASES = [...new Set([...SYNONYMS.values()].flat())].filter((text) => text.includes(" "));

export type DocumentWords = {
  leads: string[];
  leadWords: string[];
  /** Those of leading fields, and names: two neighbours as one word, or the only word of a name. */
  names: string[];
  words: string[];
};

/**
 * The folded words of a document. Two neighbours in a leading field also count as one word, so
 * that "caphe" finds "cà phê"; a synonym of several words counts as one, with its spaces. `names`
 * are among the texts, with bars between them. Their words count two by two, because a single
 * one ("hà" in Hạ Chi, "giang" in An Giang) says little of what the text means.
 */
export function documentWords(
  leads: readonly string[],
  texts: readonly string[],
  names: readonly string[],
): DocumentWords {
  const leading = leads.map(foldedWords).filter((list) => list.length > 0);
  const others = texts.map(foldedWords);
  const named = names.flatMap((text) => text.split("|")).map(foldedWords);
  const leadWords = unique([
    ...leading.flat(),
    ...leading.flatMap(neighbours),
    ...phrasesIn(leading),
  ]);
  return {
    leads: leading.map(phraseOf),
    leadWords,
    names: unique([...leadWords, ...named.flatMap(pairsIn), ...phrasesIn(named)]),
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
  return [...new Set(list)];
}

/** Words as one value: "ha_giang". Not with spaces, because Meilisearch drops one at the end. */
export function phraseOf(list: readonly string[]): string {
  return cut(list.join("_"), LEAD_LENGTH);
}

/** The different words of texts. */
export function termsIn(texts: readonly string[]): string[] {
  return unique(texts.flatMap(foldedWords));
}
