import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";

const backendRequire = createRequire(__filename);
/** The backend's own instances: Vitest's imports would be second ones, with a second pool. */
export const { sql }: typeof import("../src/lib/sql") = backendRequire("../src/lib/sql");

const patienceMs = 10_000;

/** Waits until the mails of a test's purchases are written: the database is about to go away. */
export async function settle(): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const [row] = await sql()`SELECT count(*)::int AS open FROM purchase.purchase
      WHERE status = 'placed' AND announced_at IS NULL`;
    if (row?.open === 0) return;
    await sleep(50);
  }
}
