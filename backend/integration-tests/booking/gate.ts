import postgres from "postgres";

/** A connection of its own that holds a lock, so that a test decides when everybody goes on. */
export type Gate = {
  /** Resolves once `count` sessions of this database wait for a lock, or after `patienceMs`. */
  untilWaiting: (count: number, patienceMs?: number) => Promise<number>;
  /** A connection for what happens meanwhile: those of the shared pool may all be waiting. */
  sql: postgres.Sql;
  /** Lets everybody go on. */
  open: () => Promise<void>;
};

/**
 * Closes a gate: runs `lock` in a transaction that stays open until `open()`. Sessions that need
 * what it locked queue up; their statements, and so their snapshots, have begun by then.
 */
export async function closeGate(
  lock: (tx: postgres.TransactionSql) => Promise<unknown>,
): Promise<Gate> {
  const url = process.env.DATABASE_URL ?? "";
  const own = postgres(url, { max: 1, onnotice: () => undefined });
  const watch = postgres(url, { max: 1, onnotice: () => undefined });
  let openGate = () => {};
  let isLocked = () => {};
  const opened = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  const locked = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  const held = own.begin(async (tx) => {
    await lock(tx);
    isLocked();
    await opened;
  });
  await Promise.race([locked, held]);
  return {
    sql: watch,
    untilWaiting: async (count, patienceMs = 20_000) => {
      const last = Date.now() + patienceMs;
      for (;;) {
        const [row] = await watch`SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        const waiting: number = row?.waiting ?? 0;
        if (waiting >= count || Date.now() > last) return waiting;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    open: async () => {
      openGate();
      await held;
      await Promise.all([own.end(), watch.end()]);
    },
  };
}
