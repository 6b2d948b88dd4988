import {
  foldedWords,
  LONGEST_PHRASE,
  neighbours,
  pairsIn,
  speltLine,
  typedWords,
  WORDS_PER_DOCUMENT,
} from "../../lib/search-words";
import { SYNONYMS } from "../../lib/synonyms";

/** Synonyms of several words, by their first word; a document's lexeme for one is "ca_phe". */
const PHRASES = phrasesByFirstWord();

export type DocumentText = {
  lead: string;
  leadWords: string[];
  words: string[];
  /** Words with their diacritics in lower case, a line for each field; for corrections. */
  spelt: string;
};

/**
 * The words of a document, folded. Two neighbours in a leading field also count as one word, so
 * that "caphe" finds "cà phê". `names` are the fields whose words may correct what is typed. For
 * ranking, words of the leading fields are there a second time as "=phe", and of the other names,
 * with bars between them, two neighbours as "=hagiang" and an only word as "=hue": a single word
 * ("hà" in Hạ Chi, "giang" in An Giang) says little of what a text means.
 */
export function documentText(
  leads: readonly string[],
  texts: readonly string[],
  names: readonly string[] = leads,
): DocumentText {
  const leading = leads.map(foldedWords).filter((list) => list.length > 0);
  const others = texts.map(foldedWords);
  const named = names
    .filter((name) => !leads.includes(name))
    .flatMap((text) => text.split("|"))
    .map(foldedWords);
  const leadWords = unique([
    ...leading.flat(),
    ...leading.flatMap(neighbours),
    ...leading.flatMap(phrasesIn),
  ]);
  return {
    // Fenced by line breaks, so that "starts with" and "is" are plain substring tests.
    lead: leading.length === 0 ? "" : `\n${leading.map((list) => list.join(" ")).join("\n")}\n`,
    leadWords,
    words: [
      ...unique([...leadWords, ...named.flatMap(pairsIn), ...named.flatMap(phrasesIn)]).map(asName),
      ...unique([...leadWords, ...others.flatMap(phrasesIn), ...others.flat()]).slice(
        0,
        WORDS_PER_DOCUMENT,
      ),
    ],
    spelt: names
      .map(speltLine)
      .filter((line) => line !== "")
      .join("\n"),
  };
}

/** The lexeme of a word in a title or of a name, beside the one for wherever it is. */
function asName(word: string): string {
  return `=${word}`;
}

function phrasesIn(list: readonly string[]): string[] {
  return list.flatMap((first, index) =>
    (PHRASES.get(first) ?? [])
      .filter((phrase) => phrase.every((word, place) => list[index + place] === word))
      .map((phrase) => phrase.join("_")),
  );
}

function phrasesByFirstWord(): Map<string, string[][]> {
  const phrases = new Map<string, string[][]>();
  for (const text of new Set([...SYNONYMS.keys(), ...[...SYNONYMS.values()].flat()])) {
    const phrase = text.split(" ");
    const [first = ""] = phrase;
    if (phrase.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  return phrases;
}

function unique(list: string[]): string[] {
  return [...new Set(list)];
}

/** Words to be met, each as one part of a tsquery, in order. */
export type TextQuery = {
  words: string[];
  /** The same words as they were typed. */
  typed: string[];
  /** The last word may go on. */
  isPrefix: boolean;
  /** Per word the tsquery of everything that counts as it. */
  units: string[];
  /** Synonyms that count as some of the words, folded; several words have spaces between them. */
  synonyms: string[];
};

/**
 * What a shopper typed as a query: every word must be there, the last one (when `lastIsPrefix`) as
 * the beginning of a word. Null when the text holds no letter or digit.
 */
export function readText(text: string | undefined, lastIsPrefix: boolean): TextQuery | null {
  const list = typedWords(text ?? "");
  if (list.length === 0) return null;
  const [words, typed] = [list.map(({ folded }) => folded), list.map(({ written }) => written)];
  return queryOf({ words, typed }, lastIsPrefix);
}

/**
 * A query for these words. A word also counts as met by a synonym of a phrase that it is part of,
 * and by its neighbour and itself written as one word. Folded words are letters and digits only,
 * so nothing in them needs escaping.
 */
export function queryOf(
  { words: list, typed }: Pick<TextQuery, "words" | "typed">,
  isPrefix: boolean,
): TextQuery {
  const lexeme = (word: string, place: number) =>
    `'${word}'${isPrefix && place === list.length - 1 ? ":*" : ""}`;
  const ways = list.map((word, place) => new Set([lexeme(word, place)]));
  neighbours(list).forEach((both, place) => {
    ways[place]?.add(lexeme(both, place + 1));
    ways[place + 1]?.add(lexeme(both, place + 1));
  });
  const synonyms = new Set<string>();
  for (let from = 0; from < list.length; from += 1) {
    for (let to = from + 1; to <= Math.min(list.length, from + LONGEST_PHRASE); to += 1) {
      for (const synonym of SYNONYMS.get(list.slice(from, to).join(" ")) ?? []) {
        synonyms.add(synonym);
        const met = `'${synonym.replaceAll(" ", "_")}'`;
        for (const way of ways.slice(from, to)) way.add(met);
      }
    }
  }
  const units = ways.map((way) => (way.size === 1 ? [...way].join() : `(${[...way].join(" | ")})`));
  return { words: list, typed, isPrefix, units, synonyms: [...synonyms] };
}

/** All words of a query as one tsquery. */
export function tsqueryOf(text: TextQuery): string {
  return text.units.join(" & ");
}

/** All words of a query in titles or, side by side, in names; not only in what is told freely. */
export function namesQueryOf(text: TextQuery): string {
  return tsqueryOf(text).replaceAll(/'([^']+)'/g, (_, word: string) => `'${asName(word)}'`);
}
