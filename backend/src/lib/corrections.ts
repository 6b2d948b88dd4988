import { foldForSearch } from "@cho-lang/shared/vietnamese";
import { fillerPlaces } from "./fillers";
import { decodeKeys } from "./telex";
import { allowedTypos, DIGIT, halves, typosBetween } from "./typos";

/** Candidates that are tried for one word. */
const CANDIDATES = 6;
/** Corrected texts that are tried altogether. */
const CORRECTIONS = 24;
/** Words of one text that are replaced; what looks like one is a request to Meilisearch of its own. */
const REPLACED = 2;
/** Words of a text in which one is replaced although all exist, or told apart as two. */
const SHORT_TEXT = 6;

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
function splitWord(typed: string, documentsOf: (half: string) => number): Candidate[] {
  const typos = allowedTypos(typed) + 1;
  return halves(typed)
    .map((words) => ({ words, typos, documents: Math.min(...words.map(documentsOf)) }))
    .filter(({ documents }) => documents > 0)
    .sort(byLikelihood);
}

/** Whether words of the text are told apart, and one may be wrong though all exist. */
export function isShortText(words: readonly string[]): boolean {
  return words.length <= SHORT_TEXT;
}

/** What a word is replaced by, likeliest first; in a short text also by itself in two. */
export function candidatesFor(
  words: readonly string[],
  place: number,
  { near, documentsOf }: { near: Iterable<KnownWord>; documentsOf: (word: string) => number },
): Candidate[] {
  const word = words[place] ?? "";
  const split = isShortText(words) ? splitWord(word, documentsOf) : [];
  return [...nearWords(word, near), ...split].slice(0, CANDIDATES);
}

/**
 * Per word what its keys make where no input method was at work, folded; null where they make
 * nothing else. None in a text with any diacritic: there one was at work.
 */
export function decodedWords(typed: readonly string[]): (string | null)[] {
  const isBare = typed.every((word) => /^[\0-\x7f]*$/.test(word));
  return typed.map((word) => {
    const decoded = isBare ? decodeKeys(word.toLowerCase()) : null;
    return decoded === null ? null : foldForSearch(decoded);
  });
}

/** What is known of a text that nothing has as it was typed. */
export type TextFacts = {
  words: readonly string[];
  /** Per word what `decodedWords` makes of it. */
  decoded: readonly (string | null)[];
  /** Per word whether any document has it, or its decoding. */
  has: readonly boolean[];
  hasDecoded: readonly boolean[];
  /** Documents whose names have a word; asked for short texts only. */
  documentsOf: (word: string) => number;
};

/** From where corrections go on. */
type Understood = {
  /** The text, decoded where documents have nothing but the decoding. */
  words: string[];
  /** Places of the words that were decoded; they are whole words. */
  read: number[];
  /** Places of words that nothing has. */
  missing: number[];
  /** Places of words to replace: all of them, or one of them when nothing is missing. */
  doubted: number[];
};

/**
 * Which words of a text are decoded, which are unknown, and which may have been meant for others:
 * two at most, so that no text costs more than a few look-ups. Those that nothing has are all
 * replaced or none; when all words of a short text exist, but never together, one of the two
 * rarest is the wrong one.
 */
export function understandWords(facts: TextFacts): Understood {
  const { decoded, has, hasDecoded, documentsOf } = facts;
  const isRead = (place: number) => !has[place] && hasDecoded[place] === true;
  const words = facts.words.map((word, place) => (isRead(place) ? (decoded[place] ?? word) : word));
  const places = [...words.keys()];
  const read = places.filter(isRead);
  const missing = places.filter((place) => !has[place] && !isRead(place));
  if (missing.length > 0) {
    return { words, read, missing, doubted: missing.length > REPLACED ? [] : missing };
  }
  const rarest = places
    .filter((place) => halves(words[place] ?? "").length > 0)
    .sort((a, b) => documentsOf(words[a] ?? "") - documentsOf(words[b] ?? "") || a - b)
    .slice(0, REPLACED);
  const isDoubted = read.length === 0 && isShortText(words);
  return { words, read, missing, doubted: isDoubted ? rarest : [] };
}

/** The replacements of an understood text to try, in their order; decoding alone is an empty one. */
export function replacementsOf(
  { read, missing, doubted }: Understood,
  candidates: (place: number) => readonly Candidate[],
): Replacement[] {
  const choices = doubted.map((place) => ({ place, candidates: candidates(place) }));
  if (missing.length === 0) return read.length > 0 ? [new Map()] : replaceOne(choices);
  return choices.length > 0 ? replaceAll(choices) : [];
}

/**
 * Places of the words to search when words are left out: first all that something has, then those
 * of them that say something, then without words from the end; at least one stays.
 */
export function fewerPlaces({ words, missing }: Understood): number[][] {
  const fillers = fillerPlaces(words);
  const known = [...words.keys()].filter((place) => !missing.includes(place));
  const telling = known.filter((place) => !fillers.has(place));
  const from = telling.length === 0 || telling.length === known.length ? known : telling;
  const lists = from.map((_, less) => from.slice(0, from.length - less));
  return [...(from === known ? [] : [known]), ...lists].filter(
    (kept) => kept.length < words.length,
  );
}

/** Which of the words of a text are replaced, by their places. */
export type Replacement = ReadonlyMap<number, readonly string[]>;

/** Every word with one of its candidates, the likeliest together first; none when a word has none. */
function replaceAll(
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
