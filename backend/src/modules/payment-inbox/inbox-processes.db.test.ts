import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { ownDatabase } from "../../../integration-tests/database";
import type { InboxTask } from "../../../integration-tests/inbox-worker";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { insertEvent } from "./queries";

const worker = path.resolve(__dirname, "../../../integration-tests/inbox-worker.ts");
/** As long as a silent worker keeps its event here. */
const LEASE_MS = 3_000;
const PATIENCE_MS = 30_000;

function aWorker(task: InboxTask): ChildProcess {
  const child = fork(worker, {
    execArgv: ["--require", "tsx/cjs"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(task);
  return child;
}

/** Lets a worker process one event; what became of it, or the signal that killed the worker. */
async function processBy(task: InboxTask): Promise<string | null> {
  const child = aWorker(task);
  const ended = once(child, "exit");
  const told = once(child, "message").then(
    ([message]) => (message as { outcome: string | null }).outcome,
  );
  const killed = Symbol("killed");
  const result = await Promise.race([told, ended.then(() => killed)]);
  if (typeof result !== "symbol") child.disconnect();
  const [, signal] = await ended;
  return typeof result === "symbol" ? String(signal) : result;
}

describe("Workers of the inbox as processes of their own", () => {
  ownDatabase("inbox-processes", "inbox", migrations);
  beforeAll(async () => {
    await sql().unsafe(`CREATE TABLE public.attempt (event_id text, worker text);
      CREATE TABLE public.deed (event_id text PRIMARY KEY, worker text)`);
  });
  beforeEach(async () => {
    await sql()`TRUNCATE inbox.event, attempt, deed`;
  });

  const anEvent = () =>
    insertEvent({ provider: "vietqr", event_id: "sepay:1", kind: "transfer", payload: {} });
  const eventRow = async () => {
    const [row] = await sql()`SELECT state, attempts, lease_token FROM inbox.event`;
    return row;
  };
  const workersOf = async (table: "attempt" | "deed") =>
    (await sql()`SELECT worker FROM ${sql()(table)} ORDER BY worker`).map(({ worker }) => worker);
  const leaseIsOver = async () =>
    (await sql()`SELECT FROM inbox.event WHERE lease_until < now()`).length === 1;

  it.each(["before", "after"] as const)(
    "one killed %s its deed leaves the event to another, who finishes it once",
    async (dies) => {
      await anEvent();
      expect(await processBy({ name: "first", lease_ms: LEASE_MS, dies })).toBe("SIGKILL");
      expect(await eventRow()).toMatchObject({ state: "new", attempts: 1 });
      await expect.poll(leaseIsOver, { timeout: PATIENCE_MS }).toBe(true);
      const both = ["second", "third"].map((name) => processBy({ name, lease_ms: PATIENCE_MS }));
      const outcomes = await Promise.all(both);
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
      expect(await eventRow()).toEqual({ state: "done", attempts: 2, lease_token: null });
      expect(await workersOf("attempt")).toHaveLength(2);
      expect(await workersOf("deed")).toHaveLength(1);
    },
  );

  it("one that is slow keeps its event, however long the deed takes", async () => {
    await anEvent();
    const slow = processBy({ name: "slow", lease_ms: LEASE_MS, deed_ms: 3 * LEASE_MS });
    await expect
      .poll(async () => (await workersOf("attempt")).length, { timeout: PATIENCE_MS })
      .toBe(1);
    expect(await processBy({ name: "other", lease_ms: LEASE_MS })).toBeNull();
    expect(await slow).toBe("done");
    expect(await workersOf("attempt")).toEqual(["slow"]);
  });
});
