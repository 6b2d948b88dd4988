import { joined, NAMED, TITLED, UNSPACED, WORD_END } from "./search-document";
import { LONGEST_PHRASE } from "./search-words";
import { SYNONYMS } from "./synonyms";

/** Folded words as they are searched together. */
export type Wanted = {
  words: readonly string[];
  /** The last word may go on. */
  lastIsPrefix: boolean;
  /** Also in names; only while no title and no name has it as a whole word. */
  inNames: boolean;
};

/** What counts as one word of a text. */
export type Ways = {
  /** Whole words, wherever a document has them; synonyms of several words as "ca_phe". */
  anywhere: string[];
  /** Synonyms of one word; see `synonymsInNames`. */
  synonyms: string[];
  /** Whole words of titles and names, marked; see `markedWords`. */
  named: string[];
  /** Beginnings of words of titles and names, marked. */
  begun: string[];
};

/**
 * Per word of a text what counts as it; the rule of both engines. A whole word counts wherever it
 * is, as it stands or as one word with a neighbour ("ca phe" in "Caphe" and the other way round),
 * and so does a synonym of several words of a phrase that holds it. A synonym of one word counts in
 * titles and names only: told freely, a folded word is mostly another one ("chế" is not the tea
 * "chè"). The beginning of the last word counts only
 * - in titles: of a word, or of two that an only word runs together ("caph"),
 * - in names with the word before it, side by side ("hà gi" in Hà Giang),
 * - in names by itself ("nguy" in Nguyễn) only while no title and no name has it as a whole word:
 *   who types "trà" means tea, and not all that is "trang trí" or made by a Trần.
 * In stories nothing but whole words counts, because a few letters begin a word of any of them.
 */
export function waysOf({ words, lastIsPrefix, inNames }: Wanted): Ways[] {
  const ways = words.map((word) => ({
    anywhere: new Set([word]),
    synonyms: new Set<string>(),
    named: new Set([`${TITLED}${word}`, `${UNSPACED}${word}`, `${NAMED}${word}`]),
    begun: new Set<string>(),
  }));
  words.slice(1).forEach((word, index) => {
    const two = [words[index] ?? "", word] as const;
    const [unspaced, spaced] = [joined(...two), joined(...two, WORD_END)];
    for (const way of ways.slice(index, index + 2)) {
      way.anywhere.add(unspaced);
      for (const mark of [TITLED, NAMED]) way.named.add(`${mark}${unspaced}`);
      way.named.add(`${NAMED}${spaced}`);
      if (!lastIsPrefix || index + 2 < words.length) continue;
      way.begun.add(`${TITLED}${unspaced}`).add(`${NAMED}${spaced}`);
    }
  });
  for (const { from, to, synonym } of synonymsOf(words)) {
    const phrase = synonym.replaceAll(" ", WORD_END);
    for (const { anywhere, synonyms, named } of ways.slice(from, to)) {
      (phrase === synonym ? synonyms : anywhere).add(phrase);
      for (const mark of [TITLED, NAMED]) named.add(`${mark}${phrase}`);
    }
  }
  const last = words.at(-1);
  if (lastIsPrefix && last !== undefined) {
    const begun = ways.at(-1)?.begun.add(`${TITLED}${last}`);
    if (words.length === 1) begun?.add(`${UNSPACED}${last}`);
    if (inNames) begun?.add(`${NAMED}${last}`);
  }
  return ways.map(({ anywhere, synonyms, named, begun }) => ({
    anywhere: [...anywhere],
    synonyms: [...synonyms],
    named: [...named],
    begun: [...begun],
  }));
}

/**
 * Beginnings among the words of titles, where two neighbours also stand as one. So they say a
 * little more than those of `waysOf`, and are asked only of what is met by them.
 */
export function begunInTitles({ begun }: Ways): string[] {
  return begun.flatMap((beginning) =>
    beginning.startsWith(TITLED) ? [beginning.slice(TITLED.length)] : [],
  );
}

/**
 * What the synonyms of one word are in titles and names: marked words, and the beginnings of the
 * pairs that they make with the words after them.
 */
export function synonymsInNames({ synonyms }: Ways): Pick<Ways, "named" | "begun"> {
  return {
    named: synonyms.flatMap((synonym) => [`${TITLED}${synonym}`, `${NAMED}${synonym}`]),
    begun: synonyms.map((synonym) => `${NAMED}${synonym}${WORD_END}`),
  };
}

/** The synonyms of a text's phrases, folded, and the words for which each counts. */
export function synonymsOf(
  words: readonly string[],
): { from: number; to: number; synonym: string }[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_PHRASE, words.length - from) }, (_, more) => {
      const to = from + more + 1;
      const synonyms = SYNONYMS.get(words.slice(from, to).join(" ")) ?? [];
      return synonyms.map((synonym) => ({ from, to, synonym }));
    }).flat(),
  );
}
