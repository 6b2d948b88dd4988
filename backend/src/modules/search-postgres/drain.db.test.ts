import type { SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import postgres from "postgres";
import { meeting } from "../../../integration-tests/meeting";
import { searchDatabase } from "../../../integration-tests/search/database";
import { EngineAwayError } from "../../lib/engine-away";
import { sql } from "../../lib/sql";
import { MOST_TRIES, noteChanges } from "./changes";
import { type Drain, drainChanges, shortenQueue } from "./drain";
import { registerEngine, unregisterEngine } from "./engines";
import { ENGINE } from "./plan";
import { installTriggers } from "./triggers";

const done: SearchTypes.SearchTask = { status: "succeeded" };

/** A drain into a list, which refuses what `refuses` names. */
function aDrain(wishes: Partial<Drain> & { refuses?: (id: string) => boolean } = {}) {
  const { refuses = () => false, ...own } = wishes;
  const written: string[] = [];
  const batches: number[] = [];
  const warnings: string[] = [];
  const drain: Drain = {
    engine: ENGINE,
    build: async (ids) => ids.map((id) => ({ id })),
    put: async (documents) => {
      batches.push(documents.length);
      if (documents.some(({ id }) => refuses(id))) throw new Error("a bad document");
      written.push(...documents.map(({ id }) => id));
      return done;
    },
    remove: async () => done,
    warn: (message) => warnings.push(message),
    ...own,
  };
  return { drain, written, batches, warnings };
}

/** What the Search Module and the shop keep, as far as the queue looks at it. */
const SHOP = `
  CREATE TABLE public.search_index (id text PRIMARY KEY, name text, active_version integer,
    deleted_at timestamptz);
  CREATE TABLE public.search_index_version (id text PRIMARY KEY, search_index_id text,
    version integer, created_at timestamptz DEFAULT now(), deleted_at timestamptz,
    definition_hash text NOT NULL DEFAULT 'old');
  CREATE TABLE public.product (id text PRIMARY KEY, title text);
  INSERT INTO public.search_index VALUES ('i', 'catalog', 1, NULL);
  INSERT INTO public.search_index_version VALUES ('v1', 'i', 1, now() - interval '1 day', NULL)`;

const products = (count: number) => Array.from({ length: count }, (_, place) => `p${1000 + place}`);
const waiting = async () =>
  (await sql()`SELECT DISTINCT product_id FROM search.change WHERE engine = ${ENGINE}`).map(
    (row) => row.product_id,
  );

describe("the drain", () => {
  searchDatabase("drain");

  beforeAll(async () => {
    await sql().unsafe(SHOP);
  });

  beforeEach(async () => {
    await sql()`TRUNCATE search.change, search.drained, product`;
    await sql()`UPDATE search.engine SET failures = 0, rests_until = NULL`;
    await unregisterEngine("search-meilisearch");
    await drainChanges(aDrain().drain);
  });

  it("one product that the engine refuses is found among 200, and the others are in", async () => {
    const ids = products(200);
    await noteChanges(ids);
    const { drain, written, batches } = aDrain({ refuses: (id) => id === "p1077" });
    expect(await drainChanges(drain)).toBe(199);
    expect(new Set(written).size).toBe(199);
    expect(batches.length).toBeLessThanOrEqual(17);
    expect(await waiting()).toEqual(["p1077"]);
  });

  it("only the guilty product is laid aside, after its last try", async () => {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      await noteChanges(products(5));
      await drainChanges(aDrain({ refuses: (id) => id === "p1003" }).drain);
      await sql()`UPDATE search.change SET next_try_at = now()`;
    }
    const dead =
      await sql()`SELECT DISTINCT product_id FROM search.change WHERE dead_at IS NOT NULL`;
    expect(dead.map((row) => row.product_id)).toEqual(["p1003"]);
  });

  it.each([
    ["the engine is away", new EngineAwayError("search-meilisearch", "nobody answers")],
    ["its index is gone", new MedusaError(MedusaError.Types.NOT_FOUND, "no such index")],
  ])("when %s, no product is blamed and all wait", async (_title, error) => {
    await noteChanges(products(10));
    const { drain, warnings } = aDrain({ put: () => Promise.reject(error) });
    expect(await drainChanges(drain)).toBe(0);
    expect(await waiting()).toHaveLength(10);
    const [tried] = await sql()`SELECT max(tries)::integer AS tries FROM search.change`;
    expect(tried?.tries).toBe(0);
    expect(warnings).toHaveLength(1);
    // It rests: not even asked again before its time.
    const { drain: next, batches } = aDrain();
    expect(await drainChanges(next)).toBe(0);
    expect(batches).toEqual([]);
    await sql()`UPDATE search.engine SET rests_until = now()`;
    expect(await drainChanges(aDrain().drain)).toBe(10);
    const [row] = await sql()`SELECT failures FROM search.engine WHERE name = ${ENGINE}`;
    expect(row?.failures).toBe(0);
  });

  it("an engine that refuses everything rests instead of burying the whole catalog", async () => {
    await noteChanges(products(200));
    const { drain, batches } = aDrain({ refuses: () => true });
    await drainChanges(drain);
    expect(batches.length).toBeLessThan(30);
    const [tried] = await sql()`SELECT count(DISTINCT product_id)::integer AS count
      FROM search.change WHERE tries > 0`;
    expect(tried?.count).toBe(8);
  });

  it("a task that fails afterwards counts as refused", async () => {
    await noteChanges(["p1"]);
    const { drain } = aDrain({ settle: () => Promise.reject(new Error("the task failed")) });
    expect(await drainChanges(drain)).toBe(0);
    const [row] = await sql()`SELECT tries, error FROM search.change`;
    expect(row).toEqual({ tries: 1, error: "the task failed" });
  });

  it("of two workers one drains and the other goes home; each product is written once", async () => {
    await noteChanges(products(500));
    const bothAreThere = meeting(2);
    const first = aDrain({
      build: async (ids) => {
        await bothAreThere();
        return ids.map((id) => ({ id }));
      },
    });
    const second = aDrain();
    const draining = drainChanges(first.drain);
    // The first holds the lock until this one has been and gone.
    await expect
      .poll(async () => (await sql()`SELECT FROM pg_locks WHERE locktype = 'advisory'`).length)
      .toBeGreaterThan(0);
    expect(await drainChanges(second.drain)).toBe(0);
    await bothAreThere();
    expect(await draining).toBe(500);
    expect(first.written.length + second.written.length).toBe(500);
    expect(await waiting()).toEqual([]);
  });

  it("what was drained into the former version while a new one was filled is drained again", async () => {
    await noteChanges(["p1"]);
    await drainChanges(aDrain().drain);
    await sql()`INSERT INTO search_index_version VALUES ('v2', 'i', 2, now(), NULL)`;
    await sql()`UPDATE search_index SET active_version = 2`;
    const { drain, written } = aDrain();
    await drainChanges(drain);
    expect(written).toEqual(["p1"]);
    await sql()`UPDATE search_index SET active_version = 1`;
    await sql()`DELETE FROM search_index_version WHERE version = 2`;
  });

  it("a release older than the one that filled the index leaves its changes to that one", async () => {
    await noteChanges(["p1"]);
    const drainedBy = async (definitionHash: string) => {
      const { drain, written } = aDrain({ definitionHash });
      await drainChanges(drain);
      return written.length > 0;
    };
    // The new release is there, and its version is still being filled: both may write.
    await sql()`INSERT INTO search_index_version VALUES ('v2', 'i', 2, now(), NULL, 'new')`;
    expect(await drainedBy("new")).toBe(true);
    await noteChanges(["p1"]);
    expect(await drainedBy("old")).toBe(true);
    // It is filled and serves reads, and later the former one is deleted.
    await sql()`UPDATE search_index SET active_version = 2`;
    for (const deletedAt of [null, new Date().toISOString()]) {
      await sql()`UPDATE search_index_version SET deleted_at = ${deletedAt} WHERE version = 1`;
      await noteChanges(["p1"]);
      expect(await drainedBy("old")).toBe(false);
      expect(await waiting()).toEqual(["p1"]);
      expect(await drainedBy("new")).toBe(true);
      expect(await waiting()).toEqual([]);
    }
    // The old release came back, and fills a version of its own.
    await sql()`INSERT INTO search_index_version VALUES ('v3', 'i', 3, now(), NULL, 'old')`;
    await noteChanges(["p1"]);
    expect(await drainedBy("old")).toBe(true);
    await sql()`UPDATE search_index SET active_version = 1`;
    await sql()`UPDATE search_index_version SET deleted_at = NULL WHERE version = 1`;
    await sql()`DELETE FROM search_index_version WHERE version > 1`;
  });

  it("an edit that is under way while an engine is registered is not lost for it", async () => {
    await installTriggers();
    await sql()`INSERT INTO search_index VALUES ('m', 'catalog_meilisearch', NULL, NULL)`;
    await sql()`INSERT INTO product VALUES ('p1', 'Trà'), ('p2', 'Chè')`;
    await sql()`TRUNCATE search.change`;
    const editor = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
    const hasEdited = meeting(2);
    const mayCommit = meeting(2);
    const edit = editor.begin(async (tx) => {
      await tx`UPDATE product SET title = 'Trà sen' WHERE id = 'p1'`;
      await hasEdited();
      await mayCommit();
    });
    await hasEdited();
    const registering = registerEngine("search-meilisearch", "catalog_meilisearch");
    await expect
      .poll(async () => (await sql()`SELECT FROM pg_locks WHERE NOT granted`).length)
      .toBeGreaterThan(0);
    await mayCommit();
    await edit;
    expect(await registering).toBe(true);
    expect(await registerEngine("search-meilisearch", "catalog_meilisearch")).toBe(false);
    const noted =
      await sql()`SELECT product_id FROM search.change WHERE engine = 'search-meilisearch'`;
    expect(noted.map((row) => row.product_id)).toEqual(["p1"]);
    await editor.end();
  });

  it("before the first filling nothing is written, and the queue can be kept short", async () => {
    await registerEngine("search-meilisearch", "catalog_meilisearch");
    for (let time = 0; time < 3; time += 1) await noteChanges(["p1", "p2"]);
    const engine = "search-meilisearch";
    const { drain, written } = aDrain({ engine });
    expect(await drainChanges(drain)).toBe(0);
    expect(written).toEqual([]);
    await shortenQueue(engine);
    const left = await sql()`SELECT engine, product_id FROM search.change ORDER BY 1, 2`;
    expect(left.filter((row) => row.engine === engine).map((row) => row.product_id)).toEqual([
      "p1",
      "p2",
    ]);
    // Another engine's queue is not touched.
    expect(left.filter((row) => row.engine === ENGINE)).toHaveLength(6);
  });

  it("an index that was filled at another time gets every product when it is fed again", async () => {
    await sql()`UPDATE search_index SET active_version = 1 WHERE id = 'm'`;
    await sql()`INSERT INTO product VALUES ('p1', 'Trà'), ('p2', 'Chè')`;
    await sql()`TRUNCATE search.change`;
    await registerEngine("search-meilisearch", "catalog_meilisearch");
    const noted = await sql()`SELECT product_id FROM search.change
      WHERE engine = 'search-meilisearch' ORDER BY 1`;
    expect(noted.map((row) => row.product_id)).toEqual(["p1", "p2"]);
  });
});

describe("the triggers", () => {
  searchDatabase("triggers");

  const editIsNoted = async () => {
    await sql()`TRUNCATE search.change`;
    await sql()`INSERT INTO product VALUES ('p1', 'Trà') ON CONFLICT (id) DO UPDATE SET title = 'Chè'`;
    return (await sql()`SELECT DISTINCT product_id FROM search.change`).length === 1;
  };

  it("are installed once, and found missing, switched off or outdated", async () => {
    await sql().unsafe(SHOP);
    expect(await installTriggers()).toEqual(["product"]);
    expect(await installTriggers()).toEqual([]);
    expect(await editIsNoted()).toBe(true);

    await sql()`DROP TRIGGER search_note_updated ON product`;
    expect(await installTriggers()).toEqual(["product"]);

    await sql()`ALTER TABLE product DISABLE TRIGGER ALL`;
    expect(await editIsNoted()).toBe(false);
    expect(await installTriggers()).toEqual(["product"]);
    expect(await editIsNoted()).toBe(true);

    await sql().unsafe(`CREATE OR REPLACE FUNCTION search.note_product() RETURNS trigger
      LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`);
    expect(await editIsNoted()).toBe(false);
    expect(await installTriggers()).toEqual(["product"]);
    expect(await editIsNoted()).toBe(true);
    expect(await installTriggers()).toEqual([]);
  });

  it("of the release before still feed the first engine", async () => {
    await sql().unsafe(`CREATE OR REPLACE FUNCTION search.note_product() RETURNS trigger
      LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO search.change (product_id) SELECT id FROM changed; RETURN NULL; END $$`);
    expect(await editIsNoted()).toBe(true);
  });
});
