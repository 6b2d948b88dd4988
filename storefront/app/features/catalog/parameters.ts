/** Facets whose values are boxes to tick, in the order of the page. */
export const TICKED_FACETS = ["stars", "group", "subgroup", "region", "province"] as const;
export type TickedFacet = (typeof TICKED_FACETS)[number];

/** Parameters that take several values. */
export const LISTS = [...TICKED_FACETS, "producer", "village"] as const;

/** All that an address asks for except its page, always in this order: one list has one address. */
export const PARAMETERS = [
  "q",
  ...LISTS,
  "price_min",
  "price_max",
  "available_on",
  "party",
  "near",
  "sort",
] as const;
