import type { CatalogReading } from "@cho-lang/shared/contracts/catalog";

/** A circle around a place; without a radius it only sorts. */
export type Near = { lat: number; lng: number; radius_km?: number };

/**
 * What the catalog's route passes to an engine in `search_options.provider_options[engine]`, which
 * the Search Module's own options have no words for.
 */
export type EngineOptions = {
  /** Each facet is counted without its own filter. */
  disjunctive?: boolean;
  near?: Near;
  /** Nearest first; what has no place comes last. Needs `near`. */
  sort_by_distance?: boolean;
  /**
   * Of search-postgres only: no hits, but the first correction that clearly more titles have than
   * anything has what was typed, one word replaced although documents have it, by one that is not
   * rarer; `as_typed` when there is none, or when the titles and names of some document have all
   * words as they were typed.
   */
  instead?: boolean;
};

/** What an engine answers in `provider_metadata`, beside what Medusa's result has a place for. */
export type EngineMetadata = {
  reading: EngineReading | null;
  /** Other spellings that find something, best first. */
  suggestions: string[];
};

export type EngineReading = CatalogReading & {
  /** Folded words that hits were met by, for marks: those searched, and their synonyms. */
  terms: string[];
  /** Folded beginning of the last word, which may go on; null when all must be whole. */
  prefix: string | null;
};
