import { z } from "zod";
import { GROUPS, PRODUCT_KINDS } from "../domain/product";
import { picture, stars, unitPrice } from "./parts";

export const catalogSorts = [
  "relevance",
  "price",
  "-price",
  "-stars",
  "newest",
  "distance",
] as const;

/** Page sizes are 1 to 60; no page reaches beyond the 10,000th hit. */
export const catalogLimits = {
  q: 200,
  pageSize: 60,
  defaultPageSize: 24,
  window: 10_000,
  values: 40,
  radiusKm: 2000,
} as const;

/**
 * Query of `GET /store/catalog` after the route has turned repeated and comma-separated
 * parameters into arrays. Values inside one facet are alternatives, facets narrow each other.
 */
export const catalogQuery = z
  .strictObject({
    q: z.string().max(catalogLimits.q).default(""),
    kind: z.array(z.enum(PRODUCT_KINDS)).max(2).default([]),
    /** Two-digit codes; the route resolves slugs and former names before it parses. */
    province: z
      .array(z.string().regex(/^\d{2}$/))
      .max(catalogLimits.values)
      .default([]),
    region: z
      .array(z.string().regex(/^[a-z-]{1,60}$/))
      .max(6)
      .default([]),
    group: z.array(z.enum(GROUPS)).max(6).default([]),
    subgroup: z
      .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
      .max(catalogLimits.values)
      .default([]),
    stars: z.array(stars).max(3).default([]),
    producer: z
      .array(z.string().regex(/^[a-z0-9-]{1,120}$/))
      .max(10)
      .default([]),
    village: z
      .array(z.string().regex(/^[a-z0-9-]{1,120}$/))
      .max(10)
      .default([]),
    price_min: z.int().min(0).max(1_000_000_000).optional(),
    price_max: z.int().min(0).max(1_000_000_000).optional(),
    /** Only tours with a departure on that day in Vietnam that `party` visitors can still book. */
    available_on: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "a day written YYYY-MM-DD")
      .optional(),
    /** Seats; counts only together with `available_on`. */
    party: z.int().min(1).max(60).default(1),
    /** A place in degrees WGS 84, for `radius_km` and the order by distance; the route reads "lat,lng". */
    near: z
      .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
      .optional(),
    /** Only things whose place is known and at most this far from `near`. */
    radius_km: z.int().min(1).max(catalogLimits.radiusKm).optional(),
    sort: z.enum(catalogSorts).default("relevance"),
    page: z.int().min(1).max(10_000).default(1),
    page_size: z.int().min(1).max(catalogLimits.pageSize).default(catalogLimits.defaultPageSize),
    lang: z.enum(["vi", "en"]).default("vi"),
  })
  .refine((query) => query.page * query.page_size <= catalogLimits.window, {
    path: ["page"],
    message: `page × page_size must not exceed ${catalogLimits.window}`,
  })
  .refine(
    (query) =>
      query.price_min === undefined ||
      query.price_max === undefined ||
      query.price_min <= query.price_max,
    { path: ["price_min"], message: "price_min must not be above price_max" },
  )
  .refine(
    ({ near, radius_km, sort }) =>
      near !== undefined || (radius_km === undefined && sort !== "distance"),
    { path: ["near"], message: "near must be given, as lat,lng, to search or sort by distance" },
  );

/** A half-open part [from, to) of a text, in UTF-16 units of the text as it is given. */
export const textMark = z.tuple([z.int(), z.int()]);

/** What a card shows; drawn wholly from the search document. */
export const catalogHit = z.object({
  id: z.string(),
  kind: z.enum(PRODUCT_KINDS),
  handle: z.string(),
  title: z.string(),
  /** What of the title the searched words met, in order, without overlaps; empty without text. */
  title_marks: z.array(textMark),
  producer: z.object({ handle: z.string(), name: z.string() }),
  village: z.object({ handle: z.string(), name: z.string() }).nullable(),
  province: z.object({ code: z.string(), name: z.string() }),
  /** From `near`, to a tenth of a kilometre; null without `near` or when its place is not known. */
  distance_km: z.number().nullable(),
  region: z.string(),
  group: z.enum(GROUPS),
  subgroup: z.string(),
  /** The state today in Vietnam; null when no certificate is in force. */
  stars: stars.nullable(),
  /** Lowest price of its variants, whole đồng, tax included. */
  price_vnd: z.int(),
  /** Sold by, in the asked language: "chai 250 ml", "250 ml bottle", "người", "person". */
  unit: z.string(),
  unit_price: unitPrice.nullable(),
  in_stock: z.boolean(),
  /** Months 1 to 12 in which it is in season; null means all year. */
  season_months: z.array(z.int()).nullable(),
  /** Tours only. */
  duration_hours: z.number().nullable(),
  thumbnail: picture.nullable(),
});

/** Counts are disjunctive: made without the facet's own filter. Zero counts stay in the list. */
export const catalogFacetValue = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int(),
});

/** How the engine read the text; what a shopper must be told when it is not what was typed. */
export const catalogReading = z.object({
  /**
   * `as_typed`: all words are met as they stand (synonyms, joined and split neighbours included).
   * `corrected`: nothing had all of them, but something has the words of `read_as`.
   * `fewer_words`: nothing had all of them even so; `left_out` were not searched.
   */
  kind: z.enum(["as_typed", "corrected", "fewer_words"]),
  /** The text that was really searched, spelt as the catalog spells it ("nước mắm"). */
  read_as: z.string(),
  /** Words as they were typed. */
  left_out: z.array(z.string()),
});

export const catalogAnswer = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  hits: z.array(catalogHit),
  facets: z.object({
    kind: z.array(catalogFacetValue),
    region: z.array(catalogFacetValue),
    province: z.array(catalogFacetValue),
    group: z.array(catalogFacetValue),
    /** `value` is the subgroup's code; only subgroups of the chosen groups, or all. */
    subgroup: z.array(catalogFacetValue),
    stars: z.array(catalogFacetValue),
    /** Fixed ranges; `value` is "min-max" in đồng, open-ended as "500000-". */
    price: z.array(catalogFacetValue),
  }),
  /** Null without text, and when the text holds no letter or digit. */
  reading: catalogReading.nullable(),
  /** Other spellings that find something, best first, at most three: "did you mean". */
  suggestions: z.array(z.string()),
  took_ms: z.number(),
  /** The engine that answered: search-postgres or search-meilisearch. */
  engine: z.string(),
  /** True when the engine that should answer did not, and the embedded one stood in. */
  degraded: z.boolean(),
});

export type CatalogQuery = z.infer<typeof catalogQuery>;
export type CatalogHit = z.infer<typeof catalogHit>;
export type CatalogFacetValue = z.infer<typeof catalogFacetValue>;
export type CatalogReading = z.infer<typeof catalogReading>;
export type TextMark = z.infer<typeof textMark>;
export type CatalogAnswer = z.infer<typeof catalogAnswer>;
