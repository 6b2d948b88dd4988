import type { SearchTypes } from "@medusajs/framework/types";
import { refuseFor, SAFE_NAME, type SearchedFields, searchedFields } from "../../lib/search-limits";

/** The key of this engine in a definition's and a query's `provider_options`. */
export const ENGINE = "search-meilisearch";

/** What the provider adds to a document; see documents.ts. */
export const WORDS = "_words";
export const LEAD_WORDS = "_lead_words";
export const LEADS = "_leads";
export const NAMES = "_names";
export const TERMS = "_terms";
export const SPELT = "_spelt";

/** A field of a definition as an attribute of Meilisearch's documents. */
export type Attribute = {
  name: string;
  /** Dates are kept as numbers such as 20261122, because Meilisearch compares numbers best. */
  kind: "keyword" | "number" | "integer" | "boolean" | "date";
  filterable: boolean;
  sortable: boolean;
  facetable: boolean;
  retrievable: boolean;
  /** The date until which (that day included) the value holds; afterwards it reads as null. */
  validUntil: string | null;
  /** Where the ranges of its facet begin, the last being open; each document knows its range. */
  bounds: readonly number[] | null;
};

export type OrderTerm = { name: string; direction: "ASC" | "DESC" };

/** How one index definition is laid out in Meilisearch. */
export type Layout = SearchedFields & {
  primaryKey: string;
  attributes: Map<string, Attribute>;
  /** The field that holds the place; becomes `_geo`. */
  place: { name: string; retrievable: boolean } | null;
  /** What is sorted by when nothing else is asked for, and inside a step of relevance. */
  order: OrderTerm[];
};

const KINDS: Partial<Record<SearchTypes.SearchFieldKind, Attribute["kind"]>> = {
  keyword: "keyword",
  text: "keyword",
  integer: "integer",
  float: "number",
  boolean: "boolean",
  date: "date",
};

/** Refuses what this engine can't hold or express, as the Search Module asks of its providers. */
export function unsupported(what: string): never {
  refuseFor(ENGINE, what);
}

/** The attribute that numbers the range in which a value lies. */
export function rangeOf(name: string): string {
  return `_range_${name}`;
}

type Options = Record<string, unknown>;

function optionsOf(source: Record<string, Options> | undefined): Options {
  return source?.[ENGINE] ?? {};
}

/**
 * Lays a definition out.
 * @throws MedusaError for field types, facets or options that this engine can't hold, so that a
 * wrong definition is found by `db:migrate` and not by a shopper.
 */
export function layOut(
  definition: Pick<
    SearchTypes.ResolvedSearchIndexDefinition,
    "fields" | "settings" | "primary_key"
  >,
): Layout {
  const attributes = new Map<string, Attribute>();
  let place: Layout["place"] = null;
  for (const [name, field] of Object.entries(definition.fields)) {
    if (!SAFE_NAME.test(name)) unsupported(`a field named "${name}"`);
    if (field.array) unsupported(`the array field "${name}"`);
    if (field.type === "geo") {
      if (place) unsupported(`a second place, "${name}"`);
      place = { name, retrievable: field.retrievable !== false };
      continue;
    }
    attributes.set(name, attributeOf(name, field, name === definition.primary_key));
  }
  for (const { name, validUntil } of attributes.values()) {
    if (validUntil !== null && attributes.get(validUntil)?.kind !== "date") {
      unsupported(`"valid_until" of "${name}" that is not a date field`);
    }
  }
  return {
    primaryKey: definition.primary_key,
    attributes,
    ...searchedFields(ENGINE, definition.fields),
    place,
    order: firstOrder(optionsOf(definition.settings.provider_options), attributes),
  };
}

function attributeOf(
  name: string,
  field: SearchTypes.SearchFieldDefinition,
  isKey: boolean,
): Attribute {
  const kind = KINDS[field.type];
  if (!kind) unsupported(`the field type "${field.type}" of "${name}"`);
  const types = typeof field.facetable === "object" ? field.facetable.types : undefined;
  if (types?.includes("stats")) unsupported(`facets of type "stats" on "${name}"`);
  const { valid_until, bounds } = optionsOf(field.provider_options);
  return {
    name,
    kind,
    filterable: isKey || Boolean(field.filterable || field.facetable),
    sortable: isKey || Boolean(field.sortable),
    facetable: Boolean(field.facetable),
    retrievable: field.retrievable !== false,
    validUntil: typeof valid_until === "string" ? valid_until : null,
    bounds: Array.isArray(bounds) ? (bounds as number[]) : null,
  };
}

function firstOrder(options: Options, attributes: Layout["attributes"]): OrderTerm[] {
  const [first] = Array.isArray(options.orders) ? (options.orders as Options[]) : [];
  return Object.entries(first ?? {}).map(([name, direction]) => {
    if (!attributes.get(name)?.sortable) unsupported(`an order by the field "${name}"`);
    return { name, direction: direction === "ASC" ? "ASC" : "DESC" };
  });
}
