import { z } from "zod";

/** The engines that can hold the catalog; the first is always filled and stands in for the other. */
export const searchEngines = ["search-postgres", "search-meilisearch"] as const;

/** What the operator's lists of search can be asked; pages of empty queries go to the 10,000th. */
export const operatorSearchLimits = { page: 20, rows: 100, offset: 10_000, days: 90 } as const;

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(operatorSearchLimits.rows)
  .default(operatorSearchLimits.page);
const offset = z.coerce.number().int().min(0).max(operatorSearchLimits.offset).default(0);

/** A filling of an index: at boot, after a change of its layout, or asked for by an operator. */
export const rebuild = z.object({
  /** Cancelled: its process ended in the middle and nobody went on with it. */
  state: z.enum(["running", "done", "failed", "cancelled"]),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  /** Documents written so far, over interrupted runs. */
  documents: z.int(),
  /** Products there were to read when it was asked; hidden ones have no document. */
  expected: z.int(),
  error: z.string().nullable(),
});

export const searchEngineState = z.object({
  engine: z.enum(searchEngines),
  /** The logical index: catalog or catalog_meilisearch. */
  index: z.string(),
  /** Whether it answers shoppers now, as this server sees it. */
  serves: z.boolean(),
  /** Why it does not serve although it should; null when it does or is only the stand-in. */
  problem: z.enum(["unreachable", "behind", "not_built", "resting"]).nullable(),
  /** The version that serves reads; null before the first filling. */
  version: z.int().nullable(),
  /** Null when the engine does not answer. */
  documents: z.int().nullable(),
  /** Products whose document waits to be rewritten, and the age of the oldest change in seconds. */
  waiting: z.int(),
  lag_seconds: z.number(),
  /** Products laid aside after the last try. */
  dead: z.int(),
  rebuild: rebuild.nullable(),
});

/**
 * `GET /admin/catalog`, the search of the catalog; `/admin/search` is the dashboard's own search box.
 * Takes no parameters.
 */
export const searchStateQuery = z.strictObject({});
export const searchState = z.object({
  engines: z.array(searchEngineState),
  /** True while the stand-in answers for an engine that is configured. */
  degraded: z.boolean(),
  products: z.int(),
});

/** `GET /admin/catalog/dead-letters?engine=&limit=&offset=`, the newest first; of all engines without one. */
export const deadLettersQuery = z.strictObject({
  engine: z.enum(searchEngines).optional(),
  limit,
  offset,
});
export const deadLetters = z.object({
  count: z.int(),
  limit: z.int(),
  offset: z.int(),
  dead_letters: z.array(
    z.object({
      engine: z.enum(searchEngines),
      product_id: z.string(),
      /** Null when the product is gone. */
      title: z.string().nullable(),
      tries: z.int(),
      error: z.string(),
      dead_at: z.string(),
    }),
  ),
});

/** `POST /admin/catalog/dead-letters/retry`; without ids all of the engine. Answers `{ retried }`. */
export const retryBody = z.strictObject({
  engine: z.enum(searchEngines),
  product_ids: z.array(z.string().min(1).max(80)).min(1).max(500).optional(),
});

export const retryAnswer = z.object({ retried: z.int() });

/**
 * `POST /admin/catalog/reindex`: begins in the background and answers 202 with the state above. While
 * one runs another is refused with `reindex_running`.
 */
export const reindexBody = z.strictObject({ engine: z.enum(searchEngines) });

/**
 * `GET /admin/catalog/empty-queries?days=&limit=&offset=`: texts that found nothing in these days,
 * today included, most frequent first. Spellings that fold alike are one text.
 */
export const emptyQueriesQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(operatorSearchLimits.days).default(30),
  limit,
  offset,
});
export const emptyQueries = z.object({
  count: z.int(),
  limit: z.int(),
  offset: z.int(),
  empty_queries: z.array(
    z.object({
      /** As it was typed last. */
      text: z.string(),
      times: z.int(),
      last_at: z.string(),
    }),
  ),
  /** The shop's page that shows what a text finds: `q` comes behind its `?`. */
  shop_url: z.string(),
});

export type SearchEngine = (typeof searchEngines)[number];
export type Rebuild = z.infer<typeof rebuild>;
export type SearchEngineState = z.infer<typeof searchEngineState>;
export type SearchState = z.infer<typeof searchState>;
export type RetryBody = z.infer<typeof retryBody>;
export type RetryAnswer = z.infer<typeof retryAnswer>;
export type DeadLetters = z.infer<typeof deadLetters>;
export type EmptyQueries = z.infer<typeof emptyQueries>;
