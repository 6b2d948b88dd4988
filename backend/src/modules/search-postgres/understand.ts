import type { Spelt } from "../../lib/spelling";
import { queryOf, type TextQuery } from "./text";
import { allowedTypos, deletionsOfTyped, typosBetween } from "./typos";

/** Candidates that are tried for one word. */
const PER_WORD = 6;
/** Corrected texts that are tried altogether. */
const CORRECTIONS = 24;
/** Halves of a word that was typed without its space have at least so many letters. */
const SHORTEST_HALF = 2;

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
export function unmetOf({ words }: TextQuery): Unmet {
  const parts = words.flatMap((word) => [word, ...halves(word).flat()]);
  return { keys: [...new Set(words.flatMap(deletionsOfTyped))], parts: [...new Set(parts)] };
}

function halves(word: string): [string, string][] {
  const letters = [...word];
  const result: [string, string][] = [];
  for (let place = SHORTEST_HALF; place <= letters.length - SHORTEST_HALF; place += 1) {
    result.push([letters.slice(0, place).join(""), letters.slice(place).join("")]);
  }
  return result;
}

/**
 * Other texts that may have been meant, in the order in which to try them: corrections first, then
 * with fewer words. Empty when nothing has any of the words.
 */
export function otherReadings(
  asked: TextQuery,
  facts: Facts,
  may: { corrects: boolean; leavesOut: boolean },
): Reading[] {
  return [
    ...(may.corrects ? corrections(asked, facts) : []),
    ...(may.leavesOut ? fewerWords(asked, facts) : []),
  ];
}

/** Instead of one word: the words to search, and how far they are from it. */
type Option = { words: string[]; typos: number; documents: number };

function corrections(asked: TextQuery, facts: Facts): Reading[] {
  const missing = asked.words.flatMap((_, place) => (facts.has[place] ? [] : [place]));
  const terms = new Map(facts.terms.map((term) => [term.term, term]));
  const optionsOf = (place: number) => options(asked.words[place] ?? "", terms);
  if (missing.length > 0) {
    const choices = missing.map((place) => ({ place, options: optionsOf(place) }));
    return combinations(choices).map((chosen) => replaced(asked, chosen));
  }
  // All words exist, only never together: one of them is another word than the one that was meant.
  return asked.words
    .flatMap((_, place) => optionsOf(place).map((option) => ({ place, option })))
    .sort((a, b) => byLikelihood(a.option, b.option))
    .slice(0, CORRECTIONS)
    .map(({ place, option }) => replaced(asked, new Map([[place, option]])));
}

/** Terms within the allowed distance, nearest and then most frequent first; then the word in two. */
function options(word: string, terms: Map<string, Term>): Option[] {
  const most = allowedTypos(word);
  const near: Option[] = [];
  if (most > 0) {
    for (const { term, documents } of terms.values()) {
      if (term === word || /\p{N}/u.test(term)) continue;
      const typos = typosBetween(word, term);
      if (typos <= most) near.push({ words: [term], typos, documents });
    }
  }
  const split = halves(word).flatMap(([first, second]): Option[] => {
    const [one, other] = [terms.get(first), terms.get(second)];
    if (!one || !other) return [];
    const documents = Math.min(one.documents, other.documents);
    return [{ words: [first, second], typos: most + 1, documents }];
  });
  return [...near.sort(byLikelihood), ...split.sort(byLikelihood)].slice(0, PER_WORD);
}

function byLikelihood(a: Option, b: Option): number {
  if (a.typos !== b.typos) return a.typos - b.typos;
  if (a.documents !== b.documents) return b.documents - a.documents;
  return a.words.join(" ") < b.words.join(" ") ? -1 : 1;
}

type Choice = { place: number; options: Option[] };

/** Every word with one of its options, the likeliest together first; none when a word has none. */
function combinations(choices: Choice[]): Map<number, Option>[] {
  let all: { chosen: Map<number, Option>; rank: number }[] = [{ chosen: new Map(), rank: 0 }];
  for (const { place, options } of choices) {
    all = all
      .flatMap(({ chosen, rank }) =>
        options.map((option, index) => ({
          chosen: new Map([...chosen, [place, option]]),
          rank: rank + index,
        })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, CORRECTIONS);
  }
  return all.map(({ chosen }) => chosen);
}

function replaced(asked: TextQuery, chosen: Map<number, Option>): Reading {
  const words = asked.words.flatMap((word, place) => chosen.get(place)?.words ?? [word]);
  const isPrefix = asked.isPrefix && !chosen.has(asked.words.length - 1);
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
