import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { type Layout, LEAD_WORDS, LEADS, NAMES, rangeOf, SPELT, TERMS, WORDS } from "./layout";

/** Counts are exact up to so many documents; deeper pages than a shop's cost only who asks. */
const MOST_HITS = 10_000_000;

type Feature = { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } };

const feature = (facetSearch: boolean, comparison: boolean): Feature => ({
  facetSearch,
  filter: { equality: true, comparison },
});

/**
 * The settings of an index, written as `GET settings` says them. Words are met by filters on
 * `_words`, which mean in Meilisearch what they mean in PostgreSQL; the facet search over `_terms`,
 * with its typos, finds what a misspelt word may have been. So nothing is left for the
 * full-text machinery to index, whose words, typos and ranks would answer otherwise than the
 * embedded engine.
 */
export function settingsOf(layout: Layout) {
  const attributes = [...layout.attributes.values()];
  const ranges = attributes.filter(({ bounds }) => bounds).map(({ name }) => rangeOf(name));
  const filterable = attributes.filter((attribute) => attribute.filterable);
  const isCompared = ({ kind }: (typeof attributes)[number]) =>
    kind === "integer" || kind === "number" || kind === "date";
  const compared = filterable.filter(isCompared).map(({ name }) => name);
  const equal = filterable.filter((attribute) => !isCompared(attribute)).map(({ name }) => name);
  const place = layout.place ? ["_geo"] : [];
  const shown = attributes.filter(({ retrievable }) => retrievable);
  const lasting = attributes.flatMap(({ validUntil }) => validUntil ?? []);
  return {
    displayedAttributes: sorted([
      layout.primaryKey,
      SPELT,
      ...shown.map(({ name }) => name),
      ...lasting,
      ...place,
    ]),
    searchableAttributes: [] as string[],
    filterableAttributes: [
      { attributePatterns: [TERMS], features: feature(true, false) },
      {
        attributePatterns: sorted([...equal, ...ranges, LEADS, LEAD_WORDS, NAMES, WORDS]),
        features: feature(false, false),
      },
      { attributePatterns: sorted(compared), features: feature(false, true) },
      // Under a pattern, even its own, Meilisearch takes it for a field without a place.
      ...place,
    ],
    sortableAttributes: sorted([
      ...attributes.filter(({ sortable }) => sortable).map(({ name }) => name),
      ...place,
    ]),
    rankingRules: ["sort"],
    stopWords: [] as string[],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnWords: [] as string[],
      disableOnAttributes: [] as string[],
      disableOnNumbers: true,
    },
    faceting: {
      maxValuesPerFacet: 200,
      sortFacetValuesBy: { "*": "alpha" as const, [TERMS]: "count" as const },
    },
    pagination: { maxTotalHits: MOST_HITS },
  } satisfies Settings;
}

/** One hash of what `wanted` names, of those or of other settings; equal when nothing differs. */
export function settingsHash(wanted: Settings, of: Settings = wanted): string {
  const named = Object.keys(wanted).map((key) => [key, canonical(of[key as keyof Settings])]);
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}

/** Keys in order; lists are sets but for the ranking rules, of which there is one. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
}

function sorted(list: string[]): string[] {
  return [...new Set(list)].sort();
}
