import type { LocalDate } from "@cho-lang/shared/calendar";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

/** An index as the Search Module's tables know it, and its latest filling. */
export type IndexFacts = {
  name: string;
  /** The version that serves reads; null before the first filling. */
  version: number | null;
  filling: FillingFacts | null;
};

/** One filling of an index by the Search Module, with its catching up. */
export type FillingFacts = {
  status: "pending" | "processing" | "done" | "failed" | "canceled";
  /** Documents written, over interrupted runs. */
  documents: number;
  started_at: Date;
  /** Of its last batch. */
  beat_at: Date;
  finished_at: Date | null;
  error: string | null;
};

/** What an operator asked to be filled last. */
export type AskedFacts = {
  engine: string;
  expected: number;
  asked_at: Date;
  beat_at: Date;
  ended_at: Date | null;
  error: string | null;
};

/** These indexes with their latest filling; those that no migration has made are left out. */
export async function catalogIndexes(names: readonly string[]): Promise<IndexFacts[]> {
  // A filling is a job of two runs, of which the second catches up with what changed meanwhile.
  const rows = await sql()<(FillingFacts & { name: string; version: number | null })[]>`
    SELECT i.name, i.active_version AS version, f.*
    FROM search_index i
    LEFT JOIN LATERAL (
      SELECT (array_agg(s.status ORDER BY s.created_at, s.id))[1] AS status,
        (array_agg(s.documents_synced ORDER BY s.created_at, s.id))[1]::integer AS documents,
        min(s.started_at) AS started_at, max(s.updated_at) AS beat_at,
        max(s.completed_at) AS finished_at, max(s.error) AS error
      FROM search_index_sync s
      JOIN search_index_version v ON v.id = s.search_index_version_id
      WHERE v.search_index_id = i.id AND s.deleted_at IS NULL
      GROUP BY s.job_id ORDER BY min(s.created_at) DESC LIMIT 1
    ) f ON true
    WHERE i.name = ANY(${[...names]}) AND i.deleted_at IS NULL`;
  return rows.map(({ name, version, ...filling }) => ({
    name,
    version,
    filling: filling.status
      ? withInstants(filling, ["started_at", "beat_at", "finished_at"])
      : null,
  }));
}

/** The last rebuild that an operator asked for, of each engine. */
export async function askedRebuilds(): Promise<AskedFacts[]> {
  const rows = await sql()<AskedFacts[]>`
    SELECT engine, expected, asked_at, beat_at, ended_at, error FROM search.rebuild`;
  return rows.map((row) => withInstants(row, ["asked_at", "beat_at", "ended_at"]));
}

/** Products that a filling reads: all that are not deleted. */
export async function productCount(): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    SELECT count(*)::int AS count FROM product WHERE deleted_at IS NULL`;
  return row?.count ?? 0;
}

/** Titles of products by id; those that are gone have none. */
export async function productTitles(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql()<{ id: string; title: string }[]>`
    SELECT id, title FROM product WHERE id = ANY(${[...ids]}) AND deleted_at IS NULL`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}

type EmptyQueryFacts = { text: string; times: number; last_at: Date };

/**
 * One page of the texts that found nothing on the days from `since` on, the most frequent first,
 * and how many there are in all.
 */
export async function emptyQueries(asked: {
  since: LocalDate;
  limit: number;
  offset: number;
}): Promise<{ count: number; rows: EmptyQueryFacts[] }> {
  const { since, limit, offset } = asked;
  const [rows, counts] = await Promise.all([
    sql()<EmptyQueryFacts[]>`
      SELECT (array_agg(text ORDER BY last_at DESC))[1] AS text, sum(times)::int AS times,
        max(last_at) AS last_at
      FROM search.empty_query WHERE day >= ${since}::text::date
      GROUP BY folded ORDER BY sum(times) DESC, max(last_at) DESC, folded
      LIMIT ${limit} OFFSET ${offset}`,
    sql()<{ count: number }[]>`
      SELECT count(DISTINCT folded)::int AS count FROM search.empty_query
      WHERE day >= ${since}::text::date`,
  ]);
  return {
    count: counts[0]?.count ?? 0,
    rows: rows.map((row) => withInstants(row, ["last_at"])),
  };
}
