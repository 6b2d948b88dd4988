import type { SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";

/** Names of fields and physical indexes that need no quoting in SQL and in Meilisearch's filters. */
export const SAFE_NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** Refuses what an engine can't hold or express, as the Search Module asks of its providers. */
export function refuseFor(engine: string, what: string): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `The ${engine} search engine does not support ${what}.`,
  );
}

/** What our engines can't do exactly they refuse, as the Search Module's contract asks. */
export function refuseInexact(
  engine: string,
  { search_options: options = {}, pagination }: SearchTypes.ProviderSearchQuery,
): void {
  if (options.vector) refuseFor(engine, "vectors");
  if (options.highlight) refuseFor(engine, "highlights");
  if (options.distinct !== undefined) refuseFor(engine, "distinct");
  if (options.min_score !== undefined || options.include_score) refuseFor(engine, "scores");
  if (options.locales?.length) refuseFor(engine, "locales");
  if (options.attributes_to_search_on?.length) refuseFor(engine, "searching in chosen fields");
  if (options.match_strategy === "any") refuseFor(engine, `the match strategy "any"`);
  if (pagination?.cursor !== undefined) refuseFor(engine, "cursors");
}

/** A position or length of a page, of whole rows. */
export function pagePosition(engine: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > 1_000_000) {
    refuseFor(engine, `the page position ${value}`);
  }
  return value;
}

/** The names of the fields that are searched, as both engines tell them apart. */
export type SearchedFields = {
  /** Of the highest weight: where all words match here, the hit comes first. */
  leads: string[];
  /** The others. */
  texts: string[];
  /** Those whose words may stand in for mistyped ones: all but those with `corrects: false`. */
  names: string[];
};

/** Reads the searched fields of a definition, with one engine's hints. */
export function searchedFields(
  engine: string,
  fields: SearchTypes.ResolvedSearchIndexDefinition["fields"],
): SearchedFields {
  const searched = Object.entries(fields).flatMap(([name, field]) => {
    if (field.type === "geo" || !field.searchable) return [];
    const weight = typeof field.searchable === "object" ? (field.searchable.weight ?? 1) : 1;
    const corrects = field.provider_options?.[engine]?.corrects !== false;
    return [{ name, weight, corrects }];
  });
  const highest = Math.max(0, ...searched.map(({ weight }) => weight));
  const namesOf = (list: typeof searched) => list.map(({ name }) => name);
  return {
    leads: namesOf(searched.filter(({ weight }) => weight === highest)),
    texts: namesOf(searched.filter(({ weight }) => weight < highest)),
    names: namesOf(searched.filter(({ corrects }) => corrects)),
  };
}
