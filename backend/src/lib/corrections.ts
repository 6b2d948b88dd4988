import { allowedTypos, DIGIT, halves, typosBetween } from "./typos";

/** Candidates that are tried for one word. */
export const CANDIDATES = 6;
/** Corrected texts that are tried altogether. */
export const CORRECTIONS = 24;

/** A folded word of the names of documents, and in how many of them it is. */
export type KnownWord = { word: string; documents: number };

/** Words to search instead of a typed one, two where it is split, and how far they are from it. */
export type Candidate = { words: string[]; typos: number; documents: number };

/** What a typed word may have been meant for: the nearest, then the most frequent; none with digits. */
export function nearWords(
  typed: string,
  known: Iterable<KnownWord>,
  most: number = allowedTypos(typed),
): Candidate[] {
  if (most === 0) return [];
  const near: Candidate[] = [];
  for (const { word, documents } of known) {
    if (word === typed || DIGIT.test(word)) continue;
    const typos = typosBetween(typed, word);
    if (typos <= most) near.push({ words: [word], typos, documents });
  }
  return near.sort(byLikelihood);
}

/** The word as two that documents have; as likely as the rarer one, and less than any misspelling. */
export function splitWord(typed: string, documentsOf: (half: string) => number): Candidate[] {
  const typos = allowedTypos(typed) + 1;
  return halves(typed)
    .map((words) => ({ words, typos, documents: Math.min(...words.map(documentsOf)) }))
    .filter(({ documents }) => documents > 0)
    .sort(byLikelihood);
}

/** Which of the words of a text are replaced, by their places. */
export type Replacement = ReadonlyMap<number, readonly string[]>;

/** Every word with one of its candidates, the likeliest together first; none when a word has none. */
export function replaceAll(
  choices: readonly { place: number; candidates: readonly Candidate[] }[],
): Replacement[] {
  let all: { chosen: Map<number, string[]>; rank: number }[] = [{ chosen: new Map(), rank: 0 }];
  for (const { place, candidates } of choices) {
    all = all
      .flatMap(({ chosen, rank }) =>
        candidates.map(({ words }, index) => ({
          chosen: new Map([...chosen, [place, words]]),
          rank: rank + index,
        })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, CORRECTIONS);
  }
  return all.map(({ chosen }) => chosen);
}

/** One word with one of its candidates, the likeliest first. */
export function replaceOne(
  choices: readonly { place: number; candidates: readonly Candidate[] }[],
): Replacement[] {
  return choices
    .flatMap(({ place, candidates }) => candidates.map((candidate) => ({ place, candidate })))
    .sort((a, b) => byLikelihood(a.candidate, b.candidate))
    .slice(0, CORRECTIONS)
    .map(({ place, candidate }) => new Map([[place, candidate.words]]));
}

/** The words of a text after a replacement. */
export function replaceWords(words: readonly string[], instead: Replacement): string[] {
  return words.flatMap((word, place) => instead.get(place) ?? [word]);
}

function byLikelihood(a: Candidate, b: Candidate): number {
  if (a.typos !== b.typos) return a.typos - b.typos;
  if (a.documents !== b.documents) return b.documents - a.documents;
  return a.words.join(" ") < b.words.join(" ") ? -1 : 1;
}
