import postgres from "postgres";
import { type EmbeddedPostgres, startPostgres } from "./postgres";
import { type Settings, Stop } from "./settings";

export type Database = { url: string; embedded: EmbeddedPostgres | undefined };

/** The database to work on: DATABASE_URL once it answers, or the embedded server, started. */
export async function openDatabase(settings: Settings): Promise<Database> {
  const url = settings.databaseUrl;
  if (url) {
    await requireUsable(url);
    return { url, embedded: undefined };
  }
  const embedded = await startPostgres({
    dataDir: settings.dataDir,
    port: settings.ports.database,
  });
  return { url: embedded.url, embedded };
}

const oldestPostgres = 15;

/** @throws Stop when nobody answers at DATABASE_URL, or a server that is too old. */
async function requireUsable(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  let version: number;
  try {
    const rows = await withDeadline(
      sql`SELECT current_setting('server_version_num')::int / 10000 AS major`,
      8_000,
    );
    version = Number(rows[0]?.major);
  } catch (error) {
    throw new Stop(
      `The database of DATABASE_URL cannot be used (${reasonOf(error)}). Check host, port, name, user and password, or unset DATABASE_URL to use the embedded one.`,
    );
  } finally {
    await withDeadline(sql.end({ timeout: 1 }), 2_000).catch(() => undefined);
  }
  if (version >= oldestPostgres) return;
  throw new Stop(
    `DATABASE_URL leads to PostgreSQL ${version}, but ${oldestPostgres} or newer is needed. Use another server, or unset DATABASE_URL to use the embedded one.`,
  );
}

/** The client's own connect_timeout says nothing about a host that swallows every packet. */
async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms / 1000} s`)), ms);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A refused connection to localhost is two errors in one, without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Asks over a connection of its own, closed afterwards. */
export async function query<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export type SeedState = "empty" | "half" | "seeded" | "own";

/** What the rows say: the store's mark of the seed, and whether there are any goods. */
export function seedStateOf(mark: string | undefined, hasGoods: boolean): SeedState {
  if (mark === "done") return "seeded";
  if (mark === "started") return "half";
  return hasGoods ? "own" : "empty";
}

/**
 * Whether a start writes demo data: into an empty database, after a seed that broke off, and when
 * the accounts' file is lost; never into a database with somebody's own goods.
 */
export function isSeedDue(state: SeedState, hasDemoFile: boolean): boolean {
  if (state === "own") return false;
  return state !== "seeded" || !hasDemoFile;
}

export function seedState(url: string): Promise<SeedState> {
  return query(url, async (sql) => {
    const [row] = await sql`
      SELECT (SELECT metadata->>'seed' FROM store LIMIT 1) AS mark,
        EXISTS (SELECT 1 FROM product) AS has_goods`;
    return seedStateOf(row?.mark ?? undefined, row?.has_goods === true);
  });
}
