import {
  CANDIDATES,
  nearWords,
  type Replacement,
  replaceAll,
  replaceOne,
  replaceWords,
  splitWord,
} from "../../lib/corrections";
import type { Spelt } from "../../lib/spelling";
import { allowedTypos, DIGIT, halves } from "../../lib/typos";
import { deletionsOfTyped } from "./deletions";
import { queryOf, type TextQuery } from "./text";

/** What the term table must be asked about a text that nothing met. */
export type Unmet = { keys: string[]; parts: string[] };

/** A term that documents have, its most frequent spelling, and in how many documents it is. */
export type Term = Spelt & { documents: number };

/** What is known of a text that nothing met: per word whether any document has it, and terms near it. */
export type Facts = { has: boolean[]; terms: Term[] };

export type Reading = {
  kind: "corrected" | "fewer_words";
  text: TextQuery;
  /** Words that are not searched, as they were typed. */
  leftOut: string[];
};

/** The look-ups of a text: deletions of its words, and the words and halves themselves. */
export function unmetOf({ words }: TextQuery, instead = false): Unmet {
  const parts = words.flatMap((word) => [word, ...halves(word).flat()]);
  const most = instead ? typosInstead : allowedTypos;
  const keys = words.flatMap((word) => deletionsOfTyped(word, most(word)));
  return { keys: [...new Set(keys)], parts: [...new Set(parts)] };
}

/**
 * How many letters may be wrong where another text is only proposed: one already in three, because
 * a title must have all the other words too, and because nobody's search is changed by it.
 */
function typosInstead(word: string): number {
  return [...word].length === 3 && !DIGIT.test(word) ? 1 : allowedTypos(word);
}

/**
 * Other texts that may have been meant, in the order in which to try them: corrections first, then
 * with fewer words. Empty when nothing has any of the words.
 */
export function otherReadings(
  asked: TextQuery,
  facts: Facts,
  may: { corrects: boolean; leavesOut: boolean; instead?: boolean },
): Reading[] {
  if (may.instead) return proposals(asked, facts);
  return [
    ...(may.corrects ? corrections(asked, facts) : []),
    ...(may.leavesOut ? fewerWords(asked, facts) : []),
  ];
}

function corrections(asked: TextQuery, facts: Facts): Reading[] {
  const missing = asked.words.flatMap((_, place) => (facts.has[place] ? [] : [place]));
  const known = facts.terms.map(({ term, documents }) => ({ word: term, documents }));
  const documents = new Map(known.map(({ word, documents }) => [word, documents]));
  const choice = (place: number) => {
    const word = asked.words[place] ?? "";
    const split = splitWord(word, (half) => documents.get(half) ?? 0);
    return { place, candidates: [...nearWords(word, known), ...split].slice(0, CANDIDATES) };
  };
  const replacements =
    missing.length > 0
      ? replaceAll(missing.map(choice))
      : // All words exist, only never together: one of them is not the word that was meant.
        replaceOne(asked.words.map((_, place) => choice(place)));
  return replacements.map((instead) => correctionOf(asked, instead));
}

/**
 * Texts with one word replaced although documents have it, the likeliest first. All candidates of
 * a word may be tried: few of them stand in a title beside the other words.
 */
function proposals(asked: TextQuery, { terms }: Facts): Reading[] {
  const known = terms.map(({ term, documents }) => ({ word: term, documents }));
  const choices = asked.words.map((word, place) => ({
    place,
    candidates: nearWords(word, known, typosInstead(word)),
  }));
  return replaceOne(choices).map((instead) => correctionOf(asked, instead));
}

function correctionOf(asked: TextQuery, instead: Replacement): Reading {
  const words = replaceWords(asked.words, instead);
  const isPrefix = asked.isPrefix && !instead.has(asked.words.length - 1);
  return { kind: "corrected", text: queryOf({ words, typed: words }, isPrefix), leftOut: [] };
}

/** Without the words that nothing has, then without words from the end; at least one word stays. */
function fewerWords(asked: TextQuery, facts: Facts): Reading[] {
  const places = asked.words.flatMap((_, place) => (facts.has[place] ? [place] : []));
  const readings: Reading[] = [];
  for (let count = places.length; count > 0; count -= 1) {
    const kept = new Set(places.slice(0, count));
    if (kept.size === asked.words.length) continue;
    const those = (list: string[]) => list.filter((_, place) => kept.has(place));
    const isPrefix = asked.isPrefix && kept.has(asked.words.length - 1);
    readings.push({
      kind: "fewer_words",
      text: queryOf({ words: those(asked.words), typed: those(asked.typed) }, isPrefix),
      leftOut: asked.typed.filter((_, place) => !kept.has(place)),
    });
  }
  return readings;
}
