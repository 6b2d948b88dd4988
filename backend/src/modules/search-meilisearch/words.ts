import { cut, foldedWords } from "../../lib/search-words";

/** Of a title as a whole; a value of 150 letters fits even in a script of three bytes each. */
const LEAD_LENGTH = 150;

/** Words as one value: "ha_giang". Not with spaces, because Meilisearch drops one at the end. */
export function phraseOf(list: readonly string[]): string {
  return cut(list.join("_"), LEAD_LENGTH);
}

/** The different words of texts. */
export function termsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(foldedWords))];
}
