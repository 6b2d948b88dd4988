import { foldForSearch } from "@cho-lang/shared/vietnamese";

/** A word as documents spell it most often, with its diacritics. */
export type Spelt = { term: string; spelling: string };

/**
 * Folded words as documents spell them: the longest runs of words that stand so in one of the
 * texts, each in its most frequent spelling there, one with diacritics before a bare one that is
 * not much more frequent; single words that don't as `known` says.
 * A text is lines of words with their diacritics.
 */
export function spell(
  words: readonly string[],
  texts: readonly string[],
  known: readonly Spelt[] = [],
): string {
  const lines = texts.flatMap((text) =>
    text.split("\n").map((line) => {
      const spelt = line.split(" ");
      return { spelt, folded: spelt.map(foldForSearch) };
    }),
  );
  const spellings = new Map(known.map(({ term, spelling }) => [term, spelling]));
  const result: string[] = [];
  for (let from = 0; from < words.length; ) {
    let run: { spelling: string; length: number } | null = null;
    for (let length = words.length - from; length > 0 && !run; length -= 1) {
      const spelling = mostFrequent(lines, words.slice(from, from + length));
      if (spelling !== null) run = { spelling, length };
    }
    const word = words[from] ?? "";
    result.push(run?.spelling ?? spellings.get(word) ?? word);
    from += run?.length ?? 1;
  }
  return result.join(" ");
}

/** English names repeat Vietnamese ones without diacritics: "Bat Trang" is no spelling of its own. */
const BARE = /^[\0-\x7f]*$/;
/** How many times one with diacritics counts. */
const MARKED = 3;

type Line = { spelt: string[]; folded: string[] };

function mostFrequent(lines: Line[], run: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const { spelt, folded } of lines) {
    for (let at = 0; at + run.length <= folded.length; at += 1) {
      if (!run.every((word, place) => folded[at + place] === word)) continue;
      const spelling = spelt.slice(at, at + run.length).join(" ");
      counts.set(spelling, (counts.get(spelling) ?? 0) + (BARE.test(spelling) ? 1 : MARKED));
    }
  }
  let best: string | null = null;
  for (const [spelling, count] of counts) {
    const leader = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > leader || (count === leader && best !== null && spelling < best)) best = spelling;
  }
  return best;
}
