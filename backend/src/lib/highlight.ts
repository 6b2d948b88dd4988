import type { TextMark } from "@cho-lang/shared/contracts/catalog";
import { fold } from "@cho-lang/shared/vietnamese";

/** What to mark: folded words (or several, as a synonym has) met whole, and beginnings of words. */
export type Met = { words: readonly string[]; beginnings: readonly string[] };

/** A word of a text; `starts` and `ends` place each of its folded letters in the text. */
type Word = { folded: string; starts: number[]; ends: number[] };

const LETTER = /\P{M}\p{M}*/gu;
const OF_WORD = /[\p{L}\p{N}]/u;

/**
 * Which parts of a text the words met, in order and without overlaps, in UTF-16 units of the text
 * as it is given, composed or not. Two neighbours met as one word ("caphe") are one mark, and so is
 * a word met as two ("ca phe" in "caphe"); of a word met by its beginning only that is marked.
 */
export function marksOf(text: string, met: Met): TextMark[] {
  if (met.words.length === 0 && met.beginnings.length === 0) return [];
  const list = wordsOf(text);
  const phrases = met.words.map((word) => word.split(" "));
  const typed = new Set(met.words);
  const whole = new Set([...met.words, ...neighbours(met.words)]);
  const marks: TextMark[] = [];
  list.forEach((word, index) => {
    add(marks, word, metLetters(word.folded, whole, met.beginnings));
    const next = list[index + 1];
    if (next) {
      const both = join(word, next);
      const length = metLetters(both.folded, typed, met.beginnings);
      // A beginning that ends within the first of the two is marked there.
      if (length > word.folded.length) add(marks, both, length);
    }
    for (const phrase of phrases) {
      if (phrase.length < 2) continue;
      const run = list.slice(index, index + phrase.length);
      if (run.length < phrase.length || run.some(({ folded }, at) => folded !== phrase[at])) {
        continue;
      }
      const all = run.reduce(join);
      add(marks, all, all.folded.length);
    }
  });
  return merged(marks);
}

/** How many of a word's letters were met, from its beginning. */
function metLetters(folded: string, whole: Set<string>, beginnings: readonly string[]): number {
  if (whole.has(folded)) return folded.length;
  let most = 0;
  for (const beginning of beginnings) {
    if (beginning.length > most && folded.startsWith(beginning)) most = beginning.length;
  }
  return most;
}

/** Neighbours written as one word. */
function neighbours(list: readonly string[]): string[] {
  return list.slice(1).map((word, index) => `${list[index]}${word}`);
}

function join(one: Word, other: Word): Word {
  return {
    folded: one.folded + other.folded,
    starts: [...one.starts, ...other.starts],
    ends: [...one.ends, ...other.ends],
  };
}

function add(marks: TextMark[], { starts, ends }: Word, length: number): void {
  const [from] = starts;
  const to = ends[length - 1];
  if (from !== undefined && to !== undefined) marks.push([from, to]);
}

function merged(marks: TextMark[]): TextMark[] {
  const result: TextMark[] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** The words of a text, as `words()` of shared cuts them, with the place of each letter. */
function wordsOf(text: string): Word[] {
  const list: Word[] = [];
  let open: Word | null = null;
  for (const { 0: cluster, index } of text.matchAll(LETTER)) {
    const folded = fold(cluster).replace(/\p{M}+/gu, "");
    if (!OF_WORD.test(folded)) {
      open = null;
      continue;
    }
    if (open === null) {
      open = { folded: "", starts: [], ends: [] };
      list.push(open);
    }
    open.folded += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      open.starts.push(index);
      open.ends.push(index + cluster.length);
    }
  }
  return list;
}
