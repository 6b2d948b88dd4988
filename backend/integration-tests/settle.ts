import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";

const backendRequire = createRequire(__filename);
/** The backend's own instances: Vitest's imports would be second ones, with a second pool. */
export const { sql }: typeof import("../src/lib/sql") = backendRequire("../src/lib/sql");

const patienceMs = 10_000;

/**
 * Waits until the mails of a test's purchases, bookings and requests are written: the database is
 * about to go away.
 */
export async function settle(): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const [row] = await sql()`SELECT
      (SELECT count(*)::int FROM purchase.purchase
        WHERE status = 'placed' AND announced_at IS NULL) +
      (SELECT count(*)::int FROM booking.booking b
        JOIN purchase.purchase p ON p.id = b.purchase_id AND p.status = 'placed'
        WHERE b.status = 'CONFIRMED' AND b.announced_at IS NULL) +
      (SELECT count(*)::int FROM refund_request.event WHERE told_at IS NULL) AS open`;
    if (row?.open === 0) return;
    await sleep(50);
  }
}
