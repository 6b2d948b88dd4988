import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { searchDatabase } from "../../../integration-tests/search/database";
import type { DrainTask } from "../../../integration-tests/search/drain-worker";
import { sql } from "../../lib/sql";
import { noteChanges } from "./changes";

const worker = path.resolve(__dirname, "../../../integration-tests/search/drain-worker.ts");

function aWorker(task: DrainTask): ChildProcess {
  const child = fork(worker, {
    execArgv: ["--require", "tsx/cjs"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(task);
  return child;
}

/** Lets a worker drain; how many products it drained, or the signal that killed it. */
async function drainBy(task: DrainTask): Promise<number | string> {
  const child = aWorker(task);
  const ended = once(child, "exit");
  const told = once(child, "message").then(([message]) => (message as { count: number }).count);
  const result = await Promise.race([told, ended.then(([, signal]) => String(signal))]);
  if (typeof result === "number") child.disconnect();
  await ended;
  return result;
}

const products = (count: number) => Array.from({ length: count }, (_, place) => `p${place}`);
const times = async () =>
  (
    await sql()<{ times: number; products: number }[]>`
      SELECT times, count(*)::integer AS products
      FROM (SELECT count(*)::integer AS times FROM written GROUP BY product_id) t
      GROUP BY times ORDER BY times`
  ).map((row) => ({ ...row }));

describe("workers that drain as processes of their own", () => {
  searchDatabase("drain-processes");

  beforeAll(async () => {
    await sql().unsafe(`
      CREATE TABLE public.search_index (id text, name text, active_version integer,
        deleted_at timestamptz);
      CREATE TABLE public.search_index_version (id text, search_index_id text, version integer,
        definition_hash text, created_at timestamptz DEFAULT now(), deleted_at timestamptz);
      CREATE TABLE public.written (product_id text, worker text);
      INSERT INTO public.search_index VALUES ('i', 'catalog', 1, NULL);
      INSERT INTO public.search_index_version VALUES ('v1', 'i', 1, 'here', now(), NULL)`);
  });
  beforeEach(async () => {
    await sql()`TRUNCATE search.change, search.drained, written`;
  });

  it.each([
    ["before", [{ times: 1, products: 450 }]],
    [
      "after",
      [
        { times: 1, products: 250 },
        { times: 2, products: 200 },
      ],
    ],
  ] as const)(
    "one killed %s its batch was written loses no edit: the next one does it",
    async (dies, written) => {
      await noteChanges(products(450));
      expect(await drainBy({ name: "first", dies })).toBe("SIGKILL");
      expect((await sql()`SELECT FROM search.change`).length).toBe(450);
      expect(await drainBy({ name: "second" })).toBe(450);
      expect(await times()).toEqual(written);
      expect((await sql()`SELECT FROM search.change`).length).toBe(0);
    },
  );

  it("two at once write each product once", async () => {
    await noteChanges(products(2000));
    const first = drainBy({ name: "first", batch_ms: 300 });
    // The second comes while the first is at it.
    await expect
      .poll(async () => (await sql()`SELECT FROM written LIMIT 1`).length, { timeout: 30_000 })
      .toBe(1);
    expect(await drainBy({ name: "second", batch_ms: 300 })).toBe(0);
    expect(await first).toBe(2000);
    expect(await times()).toEqual([{ times: 1, products: 2000 }]);
  });
});
