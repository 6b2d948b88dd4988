import { words } from "@cho-lang/shared/vietnamese";

/** Longer words are cut: nobody types them, and a lexeme has a limit of 2,046 bytes. */
const WORD_LENGTH = 100;
/** A document keeps its first words; what comes later in a long story isn't worth the space. */
const WORDS_PER_DOCUMENT = 600;
/** More words in a query are left out. */
const WORDS_PER_QUERY = 20;

export type DocumentText = { lead: string; leadWords: string[]; words: string[] };

/**
 * The words of a document, folded. Two neighbours in a leading field also count as one word, so
 * that "caphe" finds "cà phê".
 */
export function documentText(leads: readonly string[], texts: readonly string[]): DocumentText {
  const leading = leads.map(words).filter((list) => list.length > 0);
  const joined = leading.flatMap((list) =>
    list.slice(1).map((word, index) => `${list[index]}${word}`),
  );
  const leadWords = unique([...leading.flat(), ...joined]);
  return {
    // Fenced by line breaks, so that "starts with" and "is" are plain substring tests.
    lead: leading.length === 0 ? "" : `\n${leading.map((list) => list.join(" ")).join("\n")}\n`,
    leadWords,
    words: unique([...leadWords, ...texts.flatMap(words)]).slice(0, WORDS_PER_DOCUMENT),
  };
}

function unique(list: string[]): string[] {
  return [...new Set(list.map((word) => word.slice(0, WORD_LENGTH)))];
}

export type TextQuery = { tsquery: string; folded: string };

/**
 * What a shopper typed as a query: every word must be there, the last one (when `lastIsPrefix`) as
 * the beginning of a word. Null when the text holds no letter or digit. Folded words are letters
 * and digits only, so nothing in them needs escaping.
 */
export function textQuery(text: string | undefined, lastIsPrefix: boolean): TextQuery | null {
  const list = words(text ?? "")
    .slice(0, WORDS_PER_QUERY)
    .map((word) => word.slice(0, WORD_LENGTH));
  if (list.length === 0) return null;
  const tsquery = list
    .map((word, index) => `'${word}'${lastIsPrefix && index === list.length - 1 ? ":*" : ""}`)
    .join(" & ");
  return { tsquery, folded: list.join(" ") };
}
