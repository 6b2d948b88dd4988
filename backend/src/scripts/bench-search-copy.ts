import { rm } from "node:fs/promises";
import { sql } from "../lib/sql";
import { databaseClock } from "./bench-search-cpu";

export type CopyTimes = {
  /** Milliseconds into a table with the same columns and indexes. */
  indexed_ms: number;
  /** Into a table without any index. */
  bare_ms: number;
  indexed_cpu_ms: number;
  bare_cpu_ms: number;
};

/** What it takes PostgreSQL to take in a table's finished rows by plain COPY from its own disk. */
export async function copyTimes(table: string): Promise<CopyTimes> {
  const [row] = await sql()<{ file: string }[]>`
    SELECT current_setting('data_directory') || '/bench_copy_rows' AS file`;
  const file = row?.file ?? "";
  await sql().unsafe(`COPY ${table} TO '${file}'`);
  try {
    const indexed = await copyInto("INCLUDING ALL", table, file);
    const bare = await copyInto("INCLUDING STORAGE", table, file);
    return {
      indexed_ms: indexed.ms,
      bare_ms: bare.ms,
      indexed_cpu_ms: indexed.cpu_ms,
      bare_cpu_ms: bare.cpu_ms,
    };
  } finally {
    await rm(file);
  }
}

async function copyInto(like: string, table: string, file: string) {
  const clock = await databaseClock();
  const target = "search.bench_copy";
  await sql().unsafe(`CREATE TABLE ${target} (LIKE ${table} ${like}) WITH (fillfactor = 90)`);
  const [cpu, started] = [clock(), performance.now()];
  await sql().unsafe(`COPY ${target} FROM '${file}'`);
  await sql()`SELECT gin_clean_pending_list(i.indexrelid::regclass)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE i.indrelid = ${target}::regclass AND a.amname = 'gin'`;
  const spent = { ms: performance.now() - started, cpu_ms: clock() - cpu };
  await sql().unsafe(`DROP TABLE ${target}`);
  return spent;
}
