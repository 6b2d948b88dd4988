import { type CatalogSuggestions, suggestionLimits } from "@cho-lang/shared/contracts/suggestion";
import { resolveProvince } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";
import { type TitleRow, titlesBeginning } from "../reports/catalog-suggest";
import { type CatalogName, catalogNames } from "./catalog-names";
import { marksOf } from "./highlight";
import { closeness, type Typed, typed } from "./name-match";

export type Suggestion = CatalogSuggestions["suggestions"][number];

/** What a suggestion needs of a card; the card is the contract's hit without its stars. */
type Card = {
  handle: string;
  title: string;
  producer: { name: string };
  thumbnail: { url: string; width: number; height: number } | null;
};

/** Fewer letters begin too many words. */
const FEWEST_LETTERS = 2;
/** The index that is read may be switched while its names are; not twice in a row. */
const MOST_TRIES = 3;
/** The order of types in the list; one with a name that is the very text comes first. */
const TYPES = ["product", "tour", "category", "province", "producer", "village"] as const;

/**
 * What begins like a text: goods and tours by their titles, makers, villages, categories and
 * provinces by their names in both languages, provinces by their former names too. One statement;
 * names come from memory. Where nothing begins like it, `spell` may know other spellings.
 */
export async function suggest(
  { q, lang }: { q: string; lang: Language },
  spell: () => Promise<string[]>,
): Promise<Suggestion[]> {
  const text = typed(q);
  if (text.joined.length < FEWEST_LETTERS) return [];
  const found = await titlesAndNames(text, lang);
  if (found === null) return [];
  const [titles, names] = found;
  const groups = TYPES.map((type) => {
    if (type === "product" || type === "tour") {
      const own = titles.filter(({ kind }) => kind === type);
      return { isExact: false, list: own.map((row) => titleSuggestion(row, text)) };
    }
    const like = namesLike(names, type, { q, text });
    return {
      isExact: like[0]?.how === 0,
      list: like.map((name) => nameSuggestion(name, text, lang)),
    };
  });
  // Who types a whole name means it, and not what has its words somewhere.
  const first = groups.filter(({ isExact }) => isExact);
  const lists = [...first, ...groups.filter(({ isExact }) => !isExact)].map(({ list }) => list);
  const list = fairShare(lists, suggestionLimits);
  return list.length > 0 ? list : (await spell()).slice(0, suggestionLimits.each).map(spelt);
}

/** The titles that begin so, and all names; null before the catalog was filled. */
async function titlesAndNames(
  text: Typed,
  lang: Language,
): Promise<[TitleRow[], readonly CatalogName[]] | null> {
  const wish = { words: text.words, each: suggestionLimits.each, lang };
  for (let tries = 1; ; tries += 1) {
    const state = await catalogNames(tries > 1);
    if (state === null) return null;
    try {
      return [await titlesBeginning(state.table, wish), state.names];
    } catch (error) {
      // The index was built anew a moment ago, and the table that was known is gone.
      if (tries === MOST_TRIES || !isMissingTable(error)) throw error;
    }
  }
}

function isMissingTable(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "42P01";
}

type Met = { name: CatalogName; how: number; note: CatalogName["note"] };

/**
 * The closest names of a type; among equally close ones those with most behind them. A province may
 * also be named as `resolveProvince` knows it ("sài gòn").
 */
export function namesLike(
  names: readonly CatalogName[],
  type: CatalogName["type"],
  { q, text }: { q: string; text: Typed },
): Met[] {
  const known = type === "province" && /\p{L}/u.test(q) ? resolveProvince(q)?.code : undefined;
  const met: Met[] = [];
  for (const name of names) {
    if (name.type !== type) continue;
    let closest: Met | null = name.value === known ? { name, how: 0, note: name.note } : null;
    for (const each of name.spellings) {
      const how = closeness(each, text);
      // A name met by what it is called now needs no word about what it was called.
      const isBetter = how !== null && (closest === null || how < closest.how);
      if (isBetter || (how !== null && how === closest?.how && name.value === known && each.note)) {
        closest = { name, how, note: each.note ?? name.note };
      }
    }
    if (closest) met.push(closest);
  }
  return best(met, suggestionLimits.each);
}

/** The first of all by rank; a few letters meet thousands of makers, too many to sort. */
function best(met: readonly Met[], most: number): Met[] {
  const top: Met[] = [];
  for (const each of met) {
    const place = top.findIndex((other) => isBefore(each, other));
    if (place >= 0) top.splice(place, 0, each);
    else if (top.length < most) top.push(each);
    if (top.length > most) top.pop();
  }
  return top;
}

function isBefore(a: Met, b: Met): boolean {
  // What is called so today comes before what once was.
  const once = Number(a.note !== a.name.note) - Number(b.note !== b.name.note);
  return (a.how - b.how || once || b.name.count - a.name.count) < 0;
}

/** Each list gives one in turn until there are enough; what is taken stays in its order. */
export function fairShare<T>(
  lists: readonly (readonly T[])[],
  { each, all }: { each: number; all: number },
): T[] {
  const taken = lists.map(() => 0);
  let left = all;
  for (let turn = 0; turn < each; turn += 1) {
    lists.forEach((list, index) => {
      if (left === 0 || turn >= list.length) return;
      taken[index] = turn + 1;
      left -= 1;
    });
  }
  return lists.flatMap((list, index) => list.slice(0, taken[index]));
}

function titleSuggestion({ kind, card }: TitleRow, text: Typed): Suggestion {
  const { handle, title, producer, thumbnail } = JSON.parse(card) as Card;
  return {
    type: kind,
    value: handle,
    title,
    title_marks: marksOf(title, { words: [], beginnings: text.words }),
    note: producer.name,
    count: null,
    thumbnail: thumbnail && {
      url: thumbnail.url,
      width: thumbnail.width,
      height: thumbnail.height,
    },
  };
}

function nameSuggestion({ name, note }: Met, text: Typed, lang: Language): Suggestion {
  const title = name.title[lang];
  return {
    type: name.type,
    value: name.value,
    title,
    title_marks: marksOf(title, { words: [], beginnings: text.words }),
    note: note?.[lang] ?? null,
    count: name.count,
    thumbnail: null,
  };
}

function spelt(text: string): Suggestion {
  return {
    type: "text",
    value: text,
    title: text,
    title_marks: [],
    note: null,
    count: null,
    thumbnail: null,
  };
}
