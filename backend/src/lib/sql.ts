import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "./env";

/** Most connections of the one pool that all Drizzle modules share, besides Medusa's own pool. */
const poolSize = 20;

let pool: { url: string; sql: postgres.Sql; db: PostgresJsDatabase } | undefined;

function open() {
  // Tests boot several applications in one process, each on its own database.
  const url = process.env.DATABASE_URL ?? env.DATABASE_URL;
  if (pool?.url !== url) {
    const sql = postgres(url, {
      max: poolSize,
      idle_timeout: 30,
      connect_timeout: 10,
      onnotice: () => undefined,
    });
    pool = { url, sql, db: drizzle(sql) };
  }
  return pool;
}

/** The shared postgres.js pool. Connects on first use. */
export function sql(): postgres.Sql {
  return open().sql;
}

/** Drizzle over the same pool. */
export function db(): PostgresJsDatabase {
  return open().db;
}

export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/** Runs `work` in one READ COMMITTED transaction; an error rolls all of it back. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().transaction(work);
}

/** Ends the pool; the next use opens a new one. For scripts that must exit and for tests. */
export async function closeSql(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.sql.end({ timeout: 5 });
}
