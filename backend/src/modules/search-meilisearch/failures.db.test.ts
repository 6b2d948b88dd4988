import { search } from "@medusajs/framework/utils";
import type { MeilisearchServer } from "../../../integration-tests/search/meilisearch-server";
import { startMeilisearchServer } from "../../../integration-tests/search/meilisearch-server";
import { EngineAwayError } from "../../lib/engine-away";
import { fillWith } from "../../lib/filling";
import { SearchMeilisearchService } from "./service";

const index = {
  name: "sample",
  entity: "product",
  primary_key: "id",
  provider: "search-meilisearch",
  physical_name: "sample_v1",
  definition_hash: "1",
  fields: search
    .define({
      id: search.keyword().filterable(),
      kind: search.keyword().filterable().facetable(),
      quality: search.integer().sortable(),
      title: search.text().searchable(),
    })
    .toFields(),
  settings: { provider_options: { "search-meilisearch": { orders: [{ quality: "DESC" }] } } },
  seed: async function* () {},
};
const documents = [
  { id: "a", kind: "product", quality: 1, title: "Trà sen" },
  { id: "b", kind: "tour", quality: 2, title: "Hái chè" },
];

describe("search-meilisearch when its server", () => {
  let server: MeilisearchServer;
  let warnings: string[];
  const service = (options: { host?: string; api_key?: string; timeout_ms?: number } = {}) =>
    new SearchMeilisearchService(
      { logger: { warn: (text: string) => warnings.push(text) } as never },
      { host: server.host, api_key: server.api_key, timeout_ms: 5_000, ...options },
    );
  const ask = (engine: SearchMeilisearchService, q = "trà") =>
    engine.search({ index, attributes_to_retrieve: ["id"], q });
  const put = (engine: SearchMeilisearchService) =>
    engine.upsertDocuments({ index: index.physical_name, definition: index, documents });
  const filled = async (engine = service()) => {
    await engine.upsertIndex({ index });
    await engine.waitForTask(await put(engine));
    return engine;
  };
  const asked = (method: string, path: RegExp) =>
    server.requests.filter((each) => each.method === method && path.test(each.path)).length;

  beforeEach(async () => {
    warnings = [];
    server = await startMeilisearchServer();
  });
  afterEach(() => server.close());

  it("cannot be reached is away for questions and writes, and has no indexes", async () => {
    const engine = await filled();
    await server.close();
    await expect(ask(engine)).rejects.toBeInstanceOf(EngineAwayError);
    await expect(put(engine)).rejects.toBeInstanceOf(EngineAwayError);
    await expect(engine.clearIndex({ index: "sample_v1" })).rejects.toBeInstanceOf(EngineAwayError);
    expect(await engine.listIndexes()).toEqual([]);
  });

  it("refuses one document, a filling goes on without it, and any other write hears of it", async () => {
    const engine = await filled();
    const mixed = Array.from({ length: 40 }, (_, place) => ({
      ...{ id: place === 17 ? "with.dots" : `m${place}`, kind: "product", quality: place },
      title: "Mật ong",
    }));
    const write = () =>
      engine.upsertDocuments({ index: "sample_v1", definition: index, documents: mixed });
    expect(await engine.waitForTask(await write())).toMatchObject({ status: "failed" });
    expect((await ask(engine, "mật")).hits).toHaveLength(0);
    const aside: [string, string][] = [];
    const layAside = async (id: string, why: string) => void aside.push([id, why]);
    expect(await fillWith(layAside, write)).toMatchObject({ status: "succeeded" });
    expect(aside).toEqual([["with.dots", expect.stringContaining("invalid")]]);
    expect((await engine.listIndexes())[0]?.document_count).toBe(41);
  });

  it("cannot be reached does not fail a deploy, and writes wait for the index", async () => {
    const engine = service();
    server.control.hangs_up = true;
    expect(await engine.upsertIndex({ index })).toMatchObject({ status: "succeeded" });
    expect(warnings.join()).toContain('"sample_v1" is not made yet');
    server.control.calm();
    await expect(put(engine)).rejects.toMatchObject({ type: "not_found" });
    expect(await engine.listIndexes()).toEqual([]);
    await filled(engine);
    expect((await ask(engine)).hits.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("is slower than its deadline is away, and the same engine answers later", async () => {
    const engine = await filled(service({ timeout_ms: 1_000 }));
    server.control.delay_ms = 3_000;
    await expect(ask(engine)).rejects.toThrow(EngineAwayError);
    server.control.calm();
    expect((await ask(engine)).hits).toHaveLength(2);
  });

  it.each([500, 503, 429])("answers %i is away", async (status) => {
    const engine = await filled();
    server.control.error = { status, code: "internal", message: "no space left on device" };
    await expect(ask(engine)).rejects.toThrow(`away: it answers ${status} no space left`);
  });

  it("refuses our key is away, and the sentence names the variable", async () => {
    await filled();
    const engine = service({ api_key: "another key" });
    await expect(ask(engine)).rejects.toBeInstanceOf(EngineAwayError);
    await expect(ask(engine)).rejects.toThrow("MEILISEARCH_API_KEY");
  });

  it("has lost the index says so to readers and writers, and makes none without settings", async () => {
    const engine = await filled();
    server.control.loseIndex("sample_v1");
    await expect(ask(engine)).rejects.toMatchObject({ type: "not_found" });
    await expect(put(engine)).rejects.toMatchObject({ type: "not_found" });
    const task = await engine.deleteDocuments({ index: "sample_v1", filters: { id: ["a"] } });
    await expect(engine.waitForTask(task)).rejects.toMatchObject({ type: "not_found" });
    expect(await engine.listIndexes()).toEqual([]);
    await filled(engine);
    expect((await ask(engine)).hits).toHaveLength(2);
  });

  it("fails a task says so with the server's words", async () => {
    const engine = await filled();
    server.control.task_error = { code: "no_space_left_on_device", message: "The disk is full." };
    const task = await put(engine);
    expect(task.status).toBe("enqueued");
    expect(await engine.waitForTask(task)).toMatchObject({
      status: "failed",
      error: { code: "no_space_left_on_device", message: "The disk is full." },
    });
  });

  it("refuses a document says which", async () => {
    const engine = await filled();
    const task = await engine.upsertDocuments({
      index: "sample_v1",
      definition: index,
      documents: [{ id: "no such id!", title: "x" }],
    });
    const ended = await engine.waitForTask(task);
    expect(ended).toMatchObject({ status: "failed", error: { code: "invalid_document_id" } });
    expect(ended.error?.message).toContain("no such id!");
  });

  it("does not end a task in time is away", async () => {
    const engine = await filled();
    server.control.task_ms = 1_500;
    const task = await put(engine);
    const waiting = engine.waitForTask(task, { timeout_ms: 100 });
    await expect(waiting).rejects.toBeInstanceOf(EngineAwayError);
    expect(await engine.waitForTask(task)).toMatchObject({ status: "succeeded" });
  });

  it("has no such index to delete counts as deleted", async () => {
    const engine = service();
    const task = await engine.deleteIndex({ index: "sample_v9" });
    expect(await engine.waitForTask(task)).toMatchObject({ status: "succeeded" });
  });

  it("has the settings already is not sent them again", async () => {
    await filled();
    expect(asked("PATCH", /settings/)).toBe(1);
    const another = await filled();
    expect(asked("PATCH", /settings/)).toBe(1);
    const compared = asked("GET", /settings/);
    await another.waitForTask(await put(another));
    expect(asked("GET", /settings/)).toBe(compared);
  });

  it("has older settings gets the new ones before the first write of a process", async () => {
    await filled();
    const fields = { id: index.fields.id, title: index.fields.title } as typeof index.fields;
    const changed = { ...index, fields, settings: {} };
    const engine = service();
    const task = await engine.upsertDocuments({
      index: "sample_v1",
      definition: changed,
      documents,
    });
    expect(await engine.waitForTask(task)).toMatchObject({ status: "succeeded" });
    expect(asked("PATCH", /settings/)).toBe(2);
  });

  it("is asked once for a page, its facets and its counts", async () => {
    const engine = await filled();
    const before = asked("POST", /multi-search/);
    await engine.search({
      index,
      attributes_to_retrieve: ["id"],
      q: "tra",
      filters: { kind: "tour" },
      search_options: { facets: ["kind"] },
    });
    expect(asked("POST", /multi-search/)).toBe(before + 1);
  });
});
