import { GROUPS } from "@cho-lang/shared/domain/product";
import { PROVINCES, REGION_SLUGS } from "@cho-lang/shared/geography";
import { fold } from "@cho-lang/shared/vietnamese";
import { chance, KINDS, oneOf, zipfWord } from "./bench-search-documents";
import { inventedName } from "./seed/names";

export type Asked = {
  q?: string;
  filters: Record<string, unknown>;
  order?: Record<string, "ASC" | "DESC">;
  skip?: number;
};

/** What shoppers do; each number of a case is another question, and the same on every machine. */
export const cases = { text, browse, typo } as const;
export type Case = keyof typeof cases;

const STARS = [[3], [4], [3, 4], [4, 5], [5]];
const ORDERS: Record<string, "ASC" | "DESC">[] = [
  { quality: "DESC" },
  { quality: "DESC" },
  { price_vnd: "ASC" },
  { stars: "DESC", quality: "DESC" },
];

/** One to three words of goods, every other time without diacritics, with three filters. */
function text(number: number): Asked {
  const next = chance(1_000_000 + number);
  const kind = oneOf(KINDS, next);
  return {
    q: typed(wordsOf(kind.name, next), next),
    filters: {
      group: { $in: [kind.group, oneOf(GROUPS, next)] },
      stars: { $in: oneOf(STARS, next) },
      price_vnd: { $lte: 20_000 + 1000 * Math.floor(next() * 800) },
    },
  };
}

/** No text, one to three facet values, in one of three orders, on one of the first five pages. */
function browse(number: number): Asked {
  const next = chance(2_000_000 + number);
  const filters: Asked["filters"] = {};
  if (next() < 0.5) filters.region = { $in: [oneOf(REGION_SLUGS, next)] };
  else filters.province = { $in: [oneOf(PROVINCES, next).code, oneOf(PROVINCES, next).code] };
  if (next() < 0.5) filters.stars = { $in: oneOf(STARS, next) };
  if (next() < 0.5) filters.group = { $in: [oneOf(GROUPS, next)] };
  return { filters, order: oneOf(ORDERS, next), skip: 24 * Math.floor(next() ** 3 * 5) };
}

/** Goods and a brand, with a wrong, a missing, a doubled or two swapped letters in one word. */
function typo(number: number): Asked {
  const next = chance(3_000_000 + number);
  const [first = ""] = inventedName(Math.floor(next() * 400)).split(" ");
  const words = [...wordsOf(oneOf(KINDS, next).name, next), next() < 0.5 ? first : zipfWord(next)];
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? "";
  return {
    q: typed(
      words.map((word) => (word === longest ? mistyped(word, next) : word)),
      next,
    ),
    filters: {},
  };
}

function wordsOf(name: string, next: () => number): string[] {
  const words = name.split(" ");
  return words.slice(0, 1 + Math.floor(next() * Math.min(3, words.length)));
}

function typed(words: string[], next: () => number): string {
  const text = words.join(" ");
  return next() < 0.5 ? text : fold(text);
}

function mistyped(word: string, next: () => number): string {
  const letters = [...word];
  const at = 1 + Math.floor(next() * (letters.length - 1));
  const letter = letters[at] ?? "";
  const before = letters[at - 1] ?? "";
  const deeds: (() => void)[] = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, letter),
    () => letters.splice(at, 1, "w"),
    () => letters.splice(at - 1, 2, letter, before),
  ];
  oneOf(deeds, next)();
  return letters.join("");
}
