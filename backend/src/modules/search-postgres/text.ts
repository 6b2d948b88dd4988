import { documentWords } from "../../lib/search-document";
import {
  begunInTitles,
  synonymsInNames,
  synonymsOf,
  type Ways,
  waysOf,
} from "../../lib/search-ways";
import { speltLine, typedWords } from "../../lib/search-words";

export type DocumentText = {
  lead: string;
  leadWords: string[];
  /** Also the marked ones, first. */
  words: string[];
  /** Words with their diacritics in lower case, a line for each field; for corrections. */
  spelt: string;
};

/**
 * The words of a document, folded; `names` are the fields whose words may correct what is typed,
 * and in which the beginning of a word may count.
 */
export function documentText(
  leads: readonly string[],
  texts: readonly string[],
  names: readonly string[] = leads,
): DocumentText {
  const named = names.filter((name) => !leads.includes(name));
  const { leads: lists, leadWords, marked, words } = documentWords(leads, texts, named);
  return {
    // Fenced by line breaks, so that "starts with" and "is" are plain substring tests.
    lead: lists.length === 0 ? "" : `\n${lists.map((list) => list.join(" ")).join("\n")}\n`,
    leadWords,
    words: [...marked, ...words],
    spelt: names
      .map(speltLine)
      .filter((line) => line !== "")
      .join("\n"),
  };
}

/** Words to be met, each as one part of a tsquery, in order. */
export type TextQuery = {
  words: string[];
  /** The same words as they were typed. */
  typed: string[];
  /** The last word may go on. */
  isPrefix: boolean;
  /** Per word the tsquery of everything that counts as it, but for the beginnings of names. */
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

/** A query for these words. */
export function queryOf(
  { words, typed }: Pick<TextQuery, "words" | "typed">,
  isPrefix: boolean,
): TextQuery {
  const ways = waysOf({ words, lastIsPrefix: isPrefix, inNames: false });
  const synonyms = [...new Set(synonymsOf(words).map(({ synonym }) => synonym))];
  return { words, typed, isPrefix, units: ways.map(met), synonyms };
}

/** All words of a query as one tsquery; `inNames` as `waysOf` means it. */
export function tsqueryOf(text: TextQuery, inNames = false): string {
  return allOf(text, inNames, met);
}

/** All words of a query in titles or, side by side, in names; not only in what is told freely. */
export function namesQueryOf(text: TextQuery, inNames = false): string {
  return allOf(text, inNames, ({ named, begun }) => unit(named, begun));
}

/** All words of a query among the words of titles. */
export function titlesQueryOf(text: TextQuery): string {
  return allOf(text, false, (way) => unit([...way.anywhere, ...way.synonyms], begunInTitles(way)));
}

function allOf(
  { words, isPrefix }: TextQuery,
  inNames: boolean,
  read: (ways: Ways) => string,
): string {
  return waysOf({ words, lastIsPrefix: isPrefix, inNames }).map(read).join(" & ");
}

function met(way: Ways): string {
  const synonyms = synonymsInNames(way);
  return unit([...way.anywhere, ...synonyms.named], [...way.begun, ...synonyms.begun]);
}

/** Folded words and their marks hold nothing that needs escaping between quotes. */
function unit(whole: readonly string[], begun: readonly string[]): string {
  const ways = [...whole.map((word) => `'${word}'`), ...begun.map((word) => `'${word}':*`)];
  return ways.length === 1 ? ways.join() : `(${ways.join(" | ")})`;
}
