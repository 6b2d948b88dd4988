import { sql } from "../../lib/sql";

/** Seconds without a sign of life after which a rebuild counts as ended with its process. */
export const REBUILD_SILENCE = 60;

/**
 * Takes an engine's rebuild for one process. Among several that ask at the same time exactly one
 * gets it, until it ends or has been silent for a minute.
 * @returns whether it was taken.
 */
export async function claimRebuild(wanted: {
  engine: string;
  claim: string;
  /** Products there are to read. */
  expected: number;
}): Promise<boolean> {
  const { engine, claim, expected } = wanted;
  const rows = await sql()`
    INSERT INTO search.rebuild AS r (engine, claim, expected)
    VALUES (${engine}, ${claim}, ${expected})
    ON CONFLICT (engine) DO UPDATE SET claim = excluded.claim, expected = excluded.expected,
      asked_at = now(), beat_at = now(), ended_at = NULL, error = NULL
    WHERE r.ended_at IS NOT NULL
      OR r.beat_at < now() - interval '1 second' * ${REBUILD_SILENCE}::integer
    RETURNING engine`;
  return rows.length > 0;
}

/** A sign of life of the process that holds the claim. */
export async function beatRebuild(claim: string): Promise<void> {
  await sql()`UPDATE search.rebuild SET beat_at = now() WHERE claim = ${claim} AND ended_at IS NULL`;
}

/** Ends a rebuild, with why it failed or null; only the first end of a claim counts. */
export async function endRebuild(claim: string, error: string | null): Promise<void> {
  await sql()`
    UPDATE search.rebuild SET ended_at = now(), error = ${error?.slice(0, 1000) ?? null}
    WHERE claim = ${claim} AND ended_at IS NULL`;
}
