import type { SearchTypes } from "@medusajs/framework/types";
import { documentWords } from "../../lib/search-document";
import {
  type Attribute,
  type Layout,
  LEAD_WORDS,
  LEADS,
  NAMES,
  rangeOf,
  SPELT,
  TERMS,
  WORDS,
} from "./layout";
import { phraseOf, termsIn } from "./words";

type Row = Record<string, unknown>;

/**
 * A document as Meilisearch keeps it: its values under their own names without the nulls, dates as
 * numbers, the place as `_geo`, and beside them
 * - `_words` and `_lead_words`: the folded words that a text is met by (lead: of the titles),
 * - `_leads`: the titles as a whole, folded,
 * - `_names`: the words of titles and of names marked with where they stand, for beginnings and for
 *   what meets a text more closely,
 * - `_terms`: the folded words of titles and names, which may correct a mistyped one,
 * - `_spelt`: titles and names as they are written, for the spelling of a word,
 * - `_range_x`: the number of the range of x, from 0.
 */
export function storedDocument(layout: Layout, document: SearchTypes.SearchDocument): Row {
  const stored: Row = {};
  for (const attribute of layout.attributes.values()) {
    const { name, bounds } = attribute;
    const value = document[name];
    if (value === null || value === undefined) continue;
    const isWanted = attribute.filterable || attribute.sortable || attribute.retrievable;
    if (isWanted) stored[name] = storedValue(attribute, value);
    if (bounds) stored[rangeOf(name)] = bounds.filter((from) => Number(value) >= from).length - 1;
  }
  const leads = textsOf(document, layout.leads);
  const texts = textsOf(document, layout.texts);
  const others = layout.names.filter((name) => !layout.leads.includes(name));
  const found = documentWords(leads, texts, textsOf(document, others));
  stored[WORDS] = found.words;
  stored[LEAD_WORDS] = found.leadWords;
  stored[LEADS] = found.leads.map(phraseOf);
  const names = textsOf(document, layout.names);
  stored[NAMES] = found.marked;
  stored[TERMS] = termsIn(names);
  stored[SPELT] = names;
  const place = layout.place && document[layout.place.name];
  if (place) stored._geo = place;
  stored[layout.primaryKey] = document[layout.primaryKey];
  return stored;
}

function textsOf(document: Row, names: readonly string[]): string[] {
  return names.map((name) => document[name]).filter((text): text is string => Boolean(text));
}

function storedValue({ kind }: Attribute, value: unknown): unknown {
  return kind === "date" ? dayNumber(value) : value;
}

/** "2026-11-22" → 20261122, so that days compare as numbers. */
export function dayNumber(day: unknown): number {
  const text = day instanceof Date ? day.toISOString() : String(day);
  return Number(text.slice(0, 10).replaceAll("-", ""));
}

/** The attributes to ask for so that `shownDocument` can give those of a query. */
export function attributesFor(layout: Layout, wanted: readonly string[]): string[] {
  const names = new Set([layout.primaryKey]);
  for (const name of wanted) {
    const attribute = layout.attributes.get(name);
    if (layout.place?.name === name && layout.place.retrievable) names.add("_geo");
    if (!attribute?.retrievable) continue;
    names.add(name);
    if (attribute.validUntil !== null) names.add(attribute.validUntil);
  }
  return [...names];
}

/** A hit with the wanted values; what is not known is null, and so is what is over `today`. */
export function shownDocument(
  layout: Layout,
  wanted: readonly string[],
  hit: Row,
  today: number,
): Row {
  const document: Row = {};
  for (const name of wanted) {
    const attribute = layout.attributes.get(name);
    if (layout.place?.name === name && layout.place.retrievable) document[name] = hit._geo ?? null;
    if (!attribute?.retrievable) continue;
    const { kind, validUntil } = attribute;
    const until = validUntil === null ? undefined : hit[validUntil];
    const isOver = typeof until === "number" && until < today;
    const value = isOver ? null : (hit[name] ?? null);
    document[name] = kind === "date" && value !== null ? dayText(Number(value)) : value;
  }
  return document;
}

function dayText(day: number): string {
  return String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
}
