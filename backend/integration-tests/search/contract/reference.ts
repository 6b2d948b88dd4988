import { fold, words } from "@cho-lang/shared/vietnamese";
import { PRICE_STEPS } from "../../../src/lib/catalog-index";
import type { Near } from "../../../src/lib/search-reading";
import { SYNONYMS } from "../../../src/lib/synonyms";
import type { CatalogDocument } from "../../../src/reports/catalog-documents";
import { VALUE_FACETS } from "./engine";

/** A document as it reads on a day: without stars when their last day is over. */
export function onDay(document: CatalogDocument, day: string): CatalogDocument {
  const isOver = document.stars_until !== null && document.stars_until < day;
  return isOver ? { ...document, stars: null } : document;
}

/** What a person narrows a search by; a price range may be open. */
export type Narrowed = {
  [Name in (typeof VALUE_FACETS)[number] | "producer" | "id"]?: unknown[] | undefined;
} & { min?: number | undefined; max?: number | undefined; near?: Near | undefined };

/** Whether a person with a list would let the document pass, `except` for one facet's own filter. */
export function passes(document: CatalogDocument, narrowed: Narrowed, except?: string): boolean {
  const { min, max, near, ...chosen } = narrowed;
  return (
    Object.entries(chosen).every(
      ([name, list]) =>
        name === except || !list || list.includes(document[name as keyof CatalogDocument]),
    ) &&
    (except === "price_vnd" ||
      (document.price_vnd >= (min ?? 0) && document.price_vnd <= (max ?? Infinity))) &&
    (near?.radius_km === undefined || (distance(document, near) ?? Infinity) <= near.radius_km)
  );
}

/** Counts of every facet among documents, each without its own filter, counted one by one. */
export function countByHand(
  documents: CatalogDocument[],
  narrowed: Narrowed,
): Record<string, Record<string, number>> {
  const count = (field: string, read: (document: CatalogDocument) => string | null) => {
    const counts: Record<string, number> = {};
    for (const document of documents) {
      const value = passes(document, narrowed, field) ? read(document) : null;
      if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  const facets = VALUE_FACETS.map((field) => [
    field,
    count(field, (document) => (document[field] === null ? null : String(document[field]))),
  ]);
  const step = (document: CatalogDocument) =>
    String([...PRICE_STEPS].reverse().find((from) => document.price_vnd >= from));
  return { ...Object.fromEntries(facets), price_vnd: count("price_vnd", step) };
}

/** Kilometres along the surface of the earth; null when the document has no place. */
export function distance({ location }: CatalogDocument, near: Near): number | null {
  if (location === null) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(near.lat, location.lat) +
    Math.cos(radians(near.lat)) * Math.cos(radians(location.lat)) * half(near.lng, location.lng);
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

type Words = { titles: string[][]; names: string[][]; all: string[][] };

/** Folding is slow for so many questions, and documents of the tests never change. */
const KNOWN = new WeakMap<CatalogDocument, Words>();
const KNOWN_WORDS = new WeakMap<readonly CatalogDocument[], Set<string>>();

function wordsOf(document: CatalogDocument): Words {
  const before = KNOWN.get(document);
  if (before) return before;
  const { title, title_en, maker, place, sort_of_thing, story } = document;
  const titles = [title, title_en].map(words);
  const lists = [maker, place, sort_of_thing];
  const names = lists.flatMap((list) => list.split("|")).map(words);
  const known = { titles, names, all: [...titles, ...[...lists, story].map(words)] };
  KNOWN.set(document, known);
  return known;
}

/** Every two neighbours written as one. */
function joined(list: string[]): string[] {
  return list.slice(1).map((word, place) => `${list[place]}${word}`);
}

/** The words of titles and names of all documents that are searched together. */
function knownWords(documents: readonly CatalogDocument[]): Set<string> {
  const before = KNOWN_WORDS.get(documents);
  if (before) return before;
  const known = new Set(
    documents.map(wordsOf).flatMap(({ titles, names }) => [...titles, ...names].flat()),
  );
  KNOWN_WORDS.set(documents, known);
  return known;
}

/** How the last word, and the last two as one, may begin a word of a document. */
function beginnings(q: string, among: readonly CatalogDocument[]) {
  const typed = words(q);
  const last = typed.at(-1) ?? "";
  const before = typed.at(-2);
  const begins = (list: string[], text: string) => list.some((each) => each.startsWith(text));
  const isInNames = !knownWords(among).has(last);
  return {
    ofOne: ({ titles, names }: Words) =>
      begins(titles.flat(), last) ||
      (before === undefined && begins(titles.flatMap(joined), last)) ||
      (isInNames && begins(names.flat(), last)),
    ofTwo: ({ titles, names }: Words) =>
      before !== undefined &&
      (begins(titles.flat(), `${before}${last}`) ||
        names.some((name) =>
          name.some((word, place) => word === before && name[place + 1]?.startsWith(last)),
        )),
  };
}

/**
 * Whether a document has all words as they are typed, read plainly: the text is cut into pieces of
 * one or more words, and each piece is a word of the document wherever it stands, two neighbours of
 * a title written as one, or a synonym of it; a synonym of one word only in a title or name. The
 * last piece may be the beginning of a word of a title; of a name if it is two words that stand
 * there side by side, or if no title and no name `among` all documents has it as a whole word; never
 * of the story.
 */
export function matches(
  document: CatalogDocument,
  q: string,
  among: readonly CatalogDocument[],
): boolean {
  const typed = words(q);
  const known = wordsOf(document);
  const { titles, names, all } = known;
  const whole = new Set([...all.flat(), ...titles.flatMap(joined)]);
  const { ofOne, ofTwo } = beginnings(q, among);
  const hasPhrase = (phrase: string) =>
    (phrase.includes(" ") ? all : [...titles, ...names]).some((list) =>
      ` ${list.join(" ")} `.includes(` ${phrase} `),
    );
  const isBegun = (piece: string[]) =>
    (piece.length === 1 && ofOne(known)) || (piece.length === 2 && ofTwo(known));
  const from = (place: number): boolean => {
    if (place >= typed.length) return true;
    for (let end = place + 1; end <= Math.min(typed.length, place + 4); end += 1) {
      const piece = typed.slice(place, end);
      const isMet =
        (piece.length <= 2 && whole.has(piece.join(""))) ||
        (end === typed.length && isBegun(piece)) ||
        (SYNONYMS.get(piece.join(" ")) ?? []).some(hasPhrase);
      if (isMet && from(end)) return true;
    }
    return false;
  };
  return from(0);
}

/**
 * 0 a title is the text, 1 begins with it, 2 begins with it but for the end of the last word,
 * 3 has all its words, 4 titles have some and names of its maker, place and kind the others, two
 * side by side, the only one of a name, or the last one half, 5 the words are elsewhere.
 */
export function closeness(
  document: CatalogDocument,
  q: string,
  among: readonly CatalogDocument[],
): number {
  const typed = words(q);
  const known = wordsOf(document);
  const { titles, names } = known;
  const text = typed.join(" ");
  const phrases = titles.map((list) => list.join(" "));
  if (phrases.includes(text)) return 0;
  if (phrases.some((title) => title.startsWith(`${text} `))) return 1;
  if (phrases.some((title) => title.startsWith(text))) return 2;
  const inTitles = [...titles.flat(), ...titles.flatMap(joined)];
  const last = typed.length - 1;
  const hasAll = typed.every((word, place) =>
    inTitles.some((each) => (place === last ? each.startsWith(word) : each === word)),
  );
  if (hasAll) return 3;
  const { ofOne, ofTwo } = beginnings(q, among);
  const isOne = (word: string) =>
    inTitles.includes(word) || names.some((name) => name.length === 1 && name[0] === word);
  const isTwo = (one = "", other = "") =>
    isOne(`${one}${other}`) ||
    names.some((name) => name.some((word, at) => word === one && name[at + 1] === other));
  const isClose = typed.every(
    (word, place) =>
      isOne(word) ||
      (place > 0 && isTwo(typed[place - 1], word)) ||
      (place < last && isTwo(word, typed[place + 1])) ||
      (place === last && ofOne(known)) ||
      (place >= last - 1 && ofTwo(known)),
  );
  return isClose ? 4 : 5;
}

/** Whether a folded phrase stands in a title, word by word. */
export function isInTitle(document: CatalogDocument, phrase: string): boolean {
  return wordsOf(document).titles.some((list) =>
    ` ${list.join(" ")} `.includes(` ${fold(phrase)} `),
  );
}
