import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { refuse } from "../../lib/errors";
import { sql } from "../../lib/sql";

/** The pool or one transaction of it. */
export type Sql = postgres.ISql;
export type Tx = postgres.TransactionSql;
export type RawRow = Record<string, unknown>;

/** A row as postgres.js gives it, in the types that the table promises; extra columns are dropped. */
export function fromRow<Table extends PgTable>(table: Table, raw: RawRow): Table["$inferSelect"] {
  const row: RawRow = {};
  for (const [key, column] of Object.entries(getTableColumns(table))) {
    const value = raw[column.name];
    row[key] = value === null ? null : column.mapFromDriverValue(value);
  }
  return row as Table["$inferSelect"];
}

/** Tries of a change whose random code or whose uuid somebody else wrote at the same moment. */
const MOST_TRIES = 3;

/**
 * Runs one change of seats, `work` being one transaction. Whoever waits for a lock longer than 3 s
 * is refused with `departure_busy`. After a duplicate key it runs once more and then sees the
 * other's row.
 */
export async function contend<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const code = codeOf(error);
      if (code === "55P03") {
        refuse("departure_busy", "Too many people are booking this departure now: try again");
      }
      if (code !== "23505" || tries === MOST_TRIES) throw error;
    }
  }
}

/**
 * Contends with a READ COMMITTED transaction whose statements each see what was committed before
 * they began.
 */
export async function change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return contend(async () => {
    const done = await sql().begin("isolation level read committed", async (tx) => {
      // Not awaited: sent ahead of the first statement, in the same round trip.
      const limit = tx`SET LOCAL lock_timeout = '3s'`.execute();
      const [result] = await Promise.all([work(tx), limit]);
      return { result };
    });
    return done.result;
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : null;
}
