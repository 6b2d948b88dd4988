import { cut, foldedWords, neighbours, WORDS_PER_DOCUMENT } from "./search-words";
import { SYNONYMS } from "./synonyms";

/** What stands before a marked word, and between two that are one value or after a name's last. */
export const [TITLED, UNSPACED, NAMED, WORD_END] = ["=", "+", "~", "_"] as const;

/** Synonyms of several words, by their first word; a document that holds one has it as "ca_phe". */
const PHRASES = phrasesByFirstWord();

/** The folded words of a document, as both engines keep them. */
export type DocumentWords = {
  /** The words of each leading field in their order. */
  leads: string[][];
  /** The different words of leading fields; two neighbours also as one. */
  leadWords: string[];
  /** See `markedWords`. */
  marked: string[];
  /** All different words, those of leading fields first and two neighbours of these as one. */
  words: string[];
};

/**
 * The words of a document from its leading fields, the titles, and from its other texts. Two
 * neighbours in a title also count as one word, so that "caphe" finds "cà phê". `names` are those
 * of the other texts that name its maker, place and kind, with bars between them.
 */
export function documentWords(
  leads: readonly string[],
  texts: readonly string[],
  names: readonly string[],
): DocumentWords {
  const leading = leads.map(foldedWords).filter((list) => list.length > 0);
  const others = texts.map(foldedWords);
  const leadWords = unique([
    ...leading.flat(),
    ...leading.flatMap(neighbours),
    ...leading.flatMap(phrasesIn),
  ]);
  return {
    leads: leading,
    leadWords,
    marked: markedWords(leading, names.flatMap((text) => text.split("|")).map(foldedWords)),
    words: unique([...leadWords, ...others.flatMap(phrasesIn), ...others.flat()]).slice(
      0,
      WORDS_PER_DOCUMENT,
    ),
  };
}

/**
 * The words of titles and names, marked with where they stand:
 * - "=phe" a word of a title, "=ca_phe" a synonym of several words in it,
 * - "+caphe" two neighbours in a title, as who leaves out the space types them,
 * - "~ha_giang" two neighbours in a name, "~giang_" its last word, "~hue" the only word of one: a
 *   single word of several ("hà" in Hạ Chi, "giang" in An Giang) says little of what a text means,
 *   so it is told from an only one, but what begins with it is found by either.
 */
function markedWords(leads: readonly string[][], names: readonly string[][]): string[] {
  const marked = (mark: string, lists: readonly string[][], read: (list: string[]) => string[]) =>
    lists.flatMap(read).map((word) => `${mark}${word}`);
  return unique([
    ...marked(TITLED, leads, (list) => list),
    ...marked(TITLED, leads, phrasesIn),
    ...marked(UNSPACED, leads, neighbours),
    ...marked(NAMED, names, pairsIn),
    ...marked(NAMED, names, phrasesIn),
  ]);
}

/** Two words as one value. */
export function joined(one: string, other: string, by = ""): string {
  return cut(`${one}${by}${other}`);
}

function pairsIn(name: string[]): string[] {
  if (name.length < 2) return name;
  return name.map((word, place) => joined(word, name[place + 1] ?? "", WORD_END));
}

function phrasesIn(list: readonly string[]): string[] {
  return list.flatMap((first, index) =>
    (PHRASES.get(first) ?? [])
      .filter((phrase) => phrase.every((word, place) => list[index + place] === word))
      .map((phrase) => phrase.join(WORD_END)),
  );
}

function phrasesByFirstWord(): Map<string, string[][]> {
  const phrases = new Map<string, string[][]>();
  for (const text of new Set([...SYNONYMS.values()].flat())) {
    const phrase = text.split(" ");
    const [first = ""] = phrase;
    if (phrase.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  return phrases;
}

function unique(list: string[]): string[] {
  return [...new Set(list)];
}
