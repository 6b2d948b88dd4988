import { z } from "zod";

/** The engines that can hold the catalog; the first is always filled and stands in for the other. */
export const searchEngines = ["search-postgres", "search-meilisearch"] as const;

/** A filling of an index: at boot, after a change of its layout, or asked for by an operator. */
export const rebuild = z.object({
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

/** `GET /admin/search` */
export const searchState = z.object({
  engines: z.array(searchEngineState),
  /** True while the stand-in answers for an engine that is configured. */
  degraded: z.boolean(),
  products: z.int(),
});

/** `GET /admin/search/dead-letters?engine=&limit=&offset=`, the newest first. */
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

/** `POST /admin/search/dead-letters/retry`; without ids all of the engine. Answers `{ retried }`. */
export const retryBody = z.strictObject({
  engine: z.enum(searchEngines),
  product_ids: z.array(z.string().min(1).max(80)).min(1).max(500).optional(),
});

/** `POST /admin/search/reindex`: begins in the background and answers 202 with the state above. */
export const reindexBody = z.strictObject({ engine: z.enum(searchEngines) });

/** `GET /admin/search/empty-queries?days=&limit=&offset=`: texts that found nothing, most frequent first. */
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
});

export type SearchEngine = (typeof searchEngines)[number];
export type SearchEngineState = z.infer<typeof searchEngineState>;
export type SearchState = z.infer<typeof searchState>;
export type DeadLetters = z.infer<typeof deadLetters>;
export type EmptyQueries = z.infer<typeof emptyQueries>;
