import { fieldsOf, reads, ServerError, wrongType } from "./errors";

export type Rule = {
  attributePatterns: string[];
  features: { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } };
};

/** What `GET settings` of Meilisearch 1.50 says of a new index. */
export function freshSettings() {
  return {
    displayedAttributes: ["*"],
    searchableAttributes: ["*"],
    filterableAttributes: [] as (string | Rule)[],
    sortableAttributes: [] as string[],
    foreignKeys: [],
    rankingRules: [
      "words",
      "typo",
      "proximity",
      "attributeRank",
      "sort",
      "wordPosition",
      "exactness",
    ],
    stopWords: [] as string[],
    nonSeparatorTokens: [],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    distinctAttribute: null as string | null,
    proximityPrecision: "byWord",
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [] as string[],
      disableOnAttributes: [] as string[],
      disableOnNumbers: false,
    },
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "alpha" } as Orders },
    pagination: { maxTotalHits: 1000 },
    embedders: {},
    searchCutoffMs: null,
    localizedAttributes: null,
    facetSearch: true,
    prefixSearch: "indexingTime",
  };
}

type Orders = Record<string, string>;
export type ServerSettings = ReturnType<typeof freshSettings>;
type Given = Record<string, unknown>;

const RULES = [
  "words",
  "typo",
  "sort",
  "proximity",
  "attribute",
  "attributeRank",
  "wordPosition",
  "exactness",
];

/** Settings after a PATCH; unknown and wrong ones are refused as Meilisearch refuses them. */
export function patched(current: ServerSettings, body: unknown): ServerSettings {
  const given = fieldsOf(body, Object.keys(current));
  const next = structuredClone(current);
  for (const [name, value] of Object.entries(given)) {
    const code = `invalid_settings_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    const read = READERS[name];
    // Only what the shop sends is understood; the rest of Meilisearch's settings isn't played.
    if (!read) throw new ServerError(code, `This server does not play the setting \`${name}\`.`);
    read(next, value, code);
  }
  return next;
}

type Reader = (next: ServerSettings, value: unknown, code: string) => void;

const READERS: Readonly<Record<string, Reader>> = {
  displayedAttributes: (next, value, code) => {
    next.displayedAttributes = reads.texts(value, ".displayedAttributes", code);
  },
  searchableAttributes: (next, value, code) => {
    next.searchableAttributes = reads.texts(value, ".searchableAttributes", code);
  },
  sortableAttributes: (next, value, code) => {
    next.sortableAttributes = [...new Set(reads.texts(value, ".sortableAttributes", code))].sort();
  },
  stopWords: (next, value, code) => {
    next.stopWords = reads.texts(value, ".stopWords", code);
  },
  filterableAttributes: (next, value, code) => {
    if (!Array.isArray(value)) throw wrongType(".filterableAttributes", "an array", value, code);
    next.filterableAttributes = value.map((rule, place) =>
      typeof rule === "string" ? rule : readRule(rule, `.filterableAttributes[${place}]`, code),
    );
  },
  rankingRules: (next, value, code) => {
    next.rankingRules = reads.texts(value, ".rankingRules", code);
    next.rankingRules.forEach((rule, place) => {
      if (RULES.includes(rule) || /^[^:]+:(asc|desc)$/.test(rule)) return;
      throw new ServerError(
        code,
        `Invalid value at \`.rankingRules[${place}]\`: \`${rule}\` ranking rule is invalid. Valid ranking rules are words, typo, sort, proximity, attribute, exactness and custom ranking rules.`,
      );
    });
  },
  typoTolerance: (next, value, code) => {
    const path = ".typoTolerance";
    const typos = fieldsOf(value, Object.keys(next.typoTolerance), { path, code });
    const { minWordSizeForTypos: sizes, ...others } = typos;
    Object.assign(next.typoTolerance, others);
    if (sizes === undefined) return;
    const given = fieldsOf(sizes, ["oneTypo", "twoTypos"], {
      path: `${path}.minWordSizeForTypos`,
      code,
    });
    for (const [name, size] of Object.entries(given)) reads.size(size, `${path}.${name}`, code);
    Object.assign(next.typoTolerance.minWordSizeForTypos, given);
    const { oneTypo, twoTypos } = next.typoTolerance.minWordSizeForTypos;
    if (oneTypo > twoTypos) {
      throw new ServerError(
        "invalid_settings_typo_tolerance",
        `Invalid value at \`.typoTolerance.minWordSizeForTypos\`: \`minWordSizeForTypos\` setting is invalid. \`oneTypo\` and \`twoTypos\` fields should be between \`0\` and \`255\`, and \`twoTypos\` should be greater or equals to \`oneTypo\` but found \`oneTypo: ${oneTypo}\` and twoTypos: ${twoTypos}\`.`,
      );
    }
  },
  faceting: (next, value, code) => {
    const path = ".faceting";
    const given: Given = fieldsOf(value, Object.keys(next.faceting), { path, code });
    if (given.maxValuesPerFacet !== undefined) {
      next.faceting.maxValuesPerFacet = reads.size(
        given.maxValuesPerFacet,
        `${path}.maxValuesPerFacet`,
        code,
      );
    }
    Object.assign(next.faceting.sortFacetValuesBy, given.sortFacetValuesBy);
  },
  pagination: (next, value, code) => {
    const path = ".pagination";
    const given = fieldsOf(value, ["maxTotalHits"], { path, code });
    next.pagination.maxTotalHits = reads.size(given.maxTotalHits, `${path}.maxTotalHits`, code);
  },
};

function readRule(value: unknown, path: string, code: string): Rule {
  const rule = fieldsOf(value, ["attributePatterns", "features"], { path, code });
  const features = fieldsOf(rule.features ?? {}, ["facetSearch", "filter"], {
    path: `${path}.features`,
    code,
  });
  const filter = fieldsOf(features.filter ?? {}, ["equality", "comparison"], {
    path: `${path}.features.filter`,
    code,
  });
  return {
    attributePatterns: reads.texts(rule.attributePatterns, `${path}.attributePatterns`, code),
    features: {
      facetSearch: reads.flag(features.facetSearch ?? false, `${path}.features.facetSearch`, code),
      filter: {
        equality: reads.flag(filter.equality ?? true, `${path}.features.filter`, code),
        comparison: reads.flag(filter.comparison ?? false, `${path}.features.filter`, code),
      },
    },
  };
}

/** What may be done with an attribute in filters and facets; null when it isn't filterable. */
export function featuresOf(settings: ServerSettings, name: string): Rule["features"] | null {
  for (const rule of settings.filterableAttributes) {
    if (typeof rule === "string") {
      const all = { facetSearch: true, filter: { equality: true, comparison: true } };
      if (rule === name) return all;
    } else if (rule.attributePatterns.includes(name)) return rule.features;
  }
  return null;
}

export function filterableNames(settings: ServerSettings): string[] {
  return settings.filterableAttributes
    .flatMap((rule) => (typeof rule === "string" ? rule : rule.attributePatterns))
    .sort();
}
