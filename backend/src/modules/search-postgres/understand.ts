import {
  type Candidate,
  candidatesFor,
  decodedWords,
  fewerPlaces,
  isShortText,
  nearWords,
  type Replacement,
  replacementsOf,
  replaceOne,
  replaceWords,
  understandWords,
} from "../../lib/corrections";
import type { Spelt } from "../../lib/spelling";
import { allowedTypos, DIGIT, halves } from "../../lib/typos";
import { deletionsOfTyped } from "./deletions";
import { queryOf, type TextQuery } from "./text";

/**
 * What must be asked about a text that nothing met: whether any document has its words and, after
 * them, what they are decoded to; and the look-ups of the term table.
 */
export type Unmet = {
  asked: { word: string; unit: string; isBeginning: boolean }[];
  keys: string[];
  parts: string[];
};

/** A term that documents have, its most frequent spelling, and in how many documents it is. */
export type Term = Spelt & { documents: number };

/**
 * What is known of a text that nothing met: per asked word whether any document has it, and terms.
 * Where another text is only proposed, `met` is how many documents have what was typed.
 */
export type Facts = { has: boolean[]; terms: Term[]; met?: number };

export type Reading = {
  kind: "corrected" | "fewer_words";
  text: TextQuery;
  /** Words that are not searched, as they were typed. */
  leftOut: string[];
  /** Titles that must have a text that is only proposed; one unless it is said. */
  least?: number;
};

/** The look-ups of a text: deletions of its words, and the words and halves themselves. */
export function unmetOf(text: TextQuery, instead = false): Unmet {
  const { words } = text;
  const most = instead ? typosInstead : allowedTypos;
  const keys = words.flatMap((word) => deletionsOfTyped(word, most(word)));
  const parts = isShortText(words)
    ? words.flatMap((word) => [word, ...halves(word).flat()])
    : words;
  const decoded = decodedWords(text.typed);
  const last = words.length - 1;
  const of = ({ words: list, units, isPrefix }: TextQuery, place: number) => ({
    word: list[place] ?? "",
    unit: units[place] ?? "",
    isBeginning: isPrefix && place === last,
  });
  // A decoded word is a whole one.
  const meant = words.map((word, place) => decoded[place] ?? word);
  const whole = queryOf({ words: meant, typed: text.typed }, false);
  return {
    asked: [
      ...words.map((_, place) => of(text, place)),
      ...words.flatMap((_, place) => (decoded[place] === null ? [] : [of(whole, place)])),
    ],
    keys: [...new Set(keys)],
    parts: [...new Set(parts)],
  };
}

/** How many times as many titles must have a proposed text as anything has the typed one. */
const CLEARLY_MORE = 2;

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
  const known = facts.terms.map(({ term, documents }) => ({ word: term, documents }));
  const documents = new Map(known.map(({ word, documents }) => [word, documents]));
  const documentsOf = (word: string) => documents.get(word) ?? 0;
  const decoded = may.corrects ? decodedWords(asked.typed) : asked.words.map(() => null);
  let place = asked.words.length;
  const hasDecoded = decoded.map((word) => word !== null && facts.has[place++] === true);
  const { words } = asked;
  const understood = understandWords({ words, decoded, has: facts.has, hasDecoded, documentsOf });
  const isPrefix = asked.isPrefix && !understood.read.includes(words.length - 1);
  const text = { ...asked, words: understood.words, isPrefix };
  const candidates = (place: number): Candidate[] =>
    candidatesFor(understood.words, place, { near: known, documentsOf });
  const corrections = may.corrects ? replacementsOf(understood, candidates) : [];
  return [
    ...corrections.map((instead) => correctionOf(text, instead)),
    ...(may.leavesOut ? fewerPlaces(understood).map((kept) => withFewer(text, kept)) : []),
  ];
}

/**
 * Texts with one word replaced although documents have it, the likeliest first. All candidates of
 * a word may be tried: few of them stand in a title beside the other words. A rarer word is no
 * better guess than the typed one, nor is a text that finds hardly more.
 */
function proposals(asked: TextQuery, { terms, met = 0 }: Facts): Reading[] {
  const known = terms.map(({ term, documents }) => ({ word: term, documents }));
  const documents = new Map(known.map(({ word, documents }) => [word, documents]));
  const choices = asked.words.map((word, place) => ({
    place,
    candidates: nearWords(word, known, typosInstead(word)).filter(
      (candidate) => candidate.documents >= (documents.get(word) ?? 0),
    ),
  }));
  return replaceOne(choices).map((instead) => ({
    ...correctionOf(asked, instead),
    least: Math.max(1, CLEARLY_MORE * met),
  }));
}

function correctionOf(asked: TextQuery, instead: Replacement): Reading {
  const words = replaceWords(asked.words, instead);
  const isPrefix = asked.isPrefix && !instead.has(asked.words.length - 1);
  return { kind: "corrected", text: queryOf({ words, typed: words }, isPrefix), leftOut: [] };
}

function withFewer(asked: TextQuery, kept: readonly number[]): Reading {
  const those = (list: string[]) => list.filter((_, place) => kept.includes(place));
  const isPrefix = asked.isPrefix && kept.includes(asked.words.length - 1);
  return {
    kind: "fewer_words",
    text: queryOf({ words: those(asked.words), typed: those(asked.typed) }, isPrefix),
    leftOut: asked.typed.filter((_, place) => !kept.includes(place)),
  };
}
