import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { query } from "../lib/database";
import { type BenchSystem, printTable } from "./harness";

const events = 2_000;
const warmUps = 200;
const clients = 16;
const secret = "the secret of the bench's bank feed";
const account = "0123499999";
/** How long the inbox may take for what is left when all is answered, in milliseconds. */
const patienceMs = 300_000;

/** One server that is told of transfers by SePay. */
const feed = {
  VIETQR_BANK_BIN: "970436",
  VIETQR_ACCOUNT_NUMBER: account,
  VIETQR_ACCOUNT_NAME: "CHO LANG",
  VIETQR_FEED: "sepay",
  VIETQR_FEED_SECRET: secret,
};

/**
 * Signed webhooks of transfers by 16 clients at a time: how many a second are stored and answered,
 * and how many are processed too. Nobody asked for the money, so each ends as a row of suspense.
 */
export async function benchWebhooks(system: BenchSystem): Promise<void> {
  await system.restart(feed);
  const first = Date.now();
  await tell(system, first, warmUps);
  await processed(system);
  const cpu = () => system.cpu("backend") + system.cpu("database");
  const [start, cpuBefore] = [performance.now(), cpu()];
  await tell(system, first + warmUps, events);
  const answeredMs = performance.now() - start;
  await processed(system);
  const allMs = performance.now() - start;
  const perSecond = (ms: number) => Math.round((events / ms) * 1_000);
  printTable(`${events} webhooks by ${clients} clients`, [
    { what: "stored and answered", "per second": perSecond(answeredMs), "CPU ms each": "" },
    {
      what: "processed too",
      "per second": perSecond(allMs),
      "CPU ms each": (((cpu() - cpuBefore) * 1_000) / events).toFixed(1),
    },
  ]);
  await system.restart({});
}

async function tell(system: BenchSystem, firstId: number, count: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let at = next++; at < count; at = next++) await send(system, firstId + at);
    }),
  );
}

async function send(system: BenchSystem, id: number): Promise<void> {
  const body = JSON.stringify({
    id,
    transactionDate: "2026-11-22 14:02:37",
    accountNumber: account,
    content: "chuyen tien",
    transferType: "in",
    transferAmount: 50_000 + (id % 100_000),
    referenceCode: `BENCH${id}`,
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const answer = await fetch(`${system.settings.urls.backend}/hooks/payment/vietqr`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-sepay-timestamp": timestamp,
      "x-sepay-signature": `sha256=${signature}`,
    },
    body,
  });
  if (!answer.ok) throw new Error(`A webhook answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Waits until nothing is left in the inbox; throws when something was laid aside. */
async function processed({ databaseUrl }: BenchSystem): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const [row] = await query(
      databaseUrl,
      (sql) => sql`SELECT count(*) FILTER (WHERE state = 'new')::int AS left,
        count(*) FILTER (WHERE state = 'dead')::int AS dead FROM inbox.event`,
    );
    if (row?.dead > 0) throw new Error(`${row?.dead} payment events were laid aside.`);
    if (row?.left === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`${row?.left} payment events still wait.`);
    await sleep(50);
  }
}
