import { sql } from "../../lib/sql";

export type DeadLetter = {
  engine: string;
  product_id: string;
  tries: number;
  /** What the engine or the database said last. */
  error: string;
  dead_at: Date;
};

export type QueueState = {
  engine: string;
  /** Products whose document waits to be rewritten. */
  waiting: number;
  /** Age of the oldest change that waits, in seconds; 0 when none does. */
  lag_seconds: number;
  /** Products laid aside after the last try. */
  dead: number;
};

/** The queue of each engine that is fed, in the order of their names. */
export async function queueState(): Promise<QueueState[]> {
  return sql()<QueueState[]>`
    SELECT e.name AS engine,
      count(DISTINCT c.product_id) FILTER (WHERE c.dead_at IS NULL)::integer AS waiting,
      coalesce(greatest(0, extract(epoch FROM
        now() - min(c.changed_at) FILTER (WHERE c.dead_at IS NULL))), 0)::float AS lag_seconds,
      count(DISTINCT c.product_id) FILTER (WHERE c.dead_at IS NOT NULL)::integer AS dead
    FROM search.engine e LEFT JOIN search.change c ON c.engine = e.name
    GROUP BY e.name ORDER BY e.name`;
}

/** Products laid aside, one row for each and engine, those laid aside last first. */
export async function listDeadLetters(wanted: {
  engine?: string | undefined;
  limit: number;
  offset: number;
}): Promise<{ count: number; dead_letters: DeadLetter[] }> {
  const { engine = null, limit, offset } = wanted;
  const which = sql()`dead_at IS NOT NULL AND (${engine}::text IS NULL OR engine = ${engine})`;
  const [total] = await sql()<{ count: number }[]>`
    SELECT count(DISTINCT (engine, product_id))::integer AS count FROM search.change WHERE ${which}`;
  const dead_letters = await sql()<DeadLetter[]>`
    SELECT engine, product_id, max(tries)::integer AS tries, max(dead_at) AS dead_at,
      coalesce((array_agg(error ORDER BY dead_at DESC))[1], '') AS error
    FROM search.change WHERE ${which}
    GROUP BY engine, product_id
    ORDER BY max(dead_at) DESC, engine, product_id LIMIT ${limit} OFFSET ${offset}`;
  return { count: total?.count ?? 0, dead_letters };
}

/** Lays a product aside whose document an engine refused while its index was filled. */
export async function layAside(refused: {
  engine: string;
  product_id: string;
  error: string;
}): Promise<void> {
  const { engine, product_id } = refused;
  await sql()`
    INSERT INTO search.change (engine, product_id, tries, error, dead_at)
    VALUES (${engine}, ${product_id}, 1, ${refused.error.slice(0, 1000)}, now())`;
}

/**
 * Gives products that were laid aside all their tries again, at once; without ids all of the engine.
 * @returns how many products.
 */
export async function retryDeadLetters(wanted: {
  engine: string;
  product_ids?: readonly string[] | undefined;
}): Promise<number> {
  const ids = wanted.product_ids ? [...wanted.product_ids] : null;
  const rows = await sql()<{ product_id: string }[]>`
    UPDATE search.change SET dead_at = NULL, tries = 0, next_try_at = now(), changed_at = now()
    WHERE engine = ${wanted.engine} AND dead_at IS NOT NULL
      AND (${ids}::text[] IS NULL OR product_id = ANY(${ids}::text[]))
    RETURNING product_id`;
  return new Set(rows.map((row) => row.product_id)).size;
}
