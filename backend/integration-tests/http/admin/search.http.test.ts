import type {
  DeadLetters,
  EmptyQueries,
  RetryAnswer,
  SearchState,
} from "@cho-lang/shared/contracts/operator-search";
import { Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import type { Api, Refused, Token } from "../../answer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, backend, type MarketProducer, must, signIn } from "../../market";
import { soon } from "../../search/soon";
import { medusaHttpSuite } from "../../support";

const { sql } = backend("lib/sql");
const { flushEmptyQueries, noteEmptyQuery } = backend("modules/search-postgres");

const engine = "search-postgres";
const routes = ["", "/dead-letters", "/empty-queries"].map((path) => `/admin/catalog${path}`);

medusaHttpSuite("admin-search", ({ api: client, getContainer }) => {
  const api = client as Api;
  let hoa: MarketProducer;
  let ofProducer: string;
  let headers: { authorization: string };

  beforeAll(async () => {
    const container = getContainer();
    const market = await aMarket(container);
    hoa = await aProducer(container, market, { handle: "hoa", roles: ["owner"] });
    const metadata = { group: "food", subgroup: "coffee-cocoa", unit_vi: "túi 500 g" };
    await updateProductsWorkflow(container).run({
      input: { selector: { id: hoa.product_id }, update: { metadata } },
    });
    const { email: owner } = must(hoa.members[0]);
    const signedIn = await signIn(api, { email: owner, password: hoa.password });
    ofProducer = signedIn.headers.authorization;
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    headers = { authorization: `Bearer ${data.token}` };
    await soon(async () => (await state()).engines[0]?.documents, 1);
  });

  const get = <T = Refused>(path: string) =>
    api.get<T>(`/admin/catalog${path}`, { headers, validateStatus: () => true });
  const post = <T = Refused>(path: string, body: unknown) =>
    api.post<T>(`/admin/catalog${path}`, body, { headers, validateStatus: () => true });
  const state = async () => (await get<SearchState>("")).data;
  const ours = async () => must((await state()).engines[0]);
  /** As the drain leaves a product after the last try. */
  const layAside = (product_id: string, error: string, at: string) =>
    sql()`INSERT INTO search.change (engine, product_id, tries, error, dead_at)
      VALUES (${engine}, ${product_id}, 8, ${error}, ${at}::text::timestamptz)`;

  it("only an operator sees search or touches it", async () => {
    for (const authorization of [undefined, ofProducer]) {
      const config = {
        headers: authorization ? { authorization } : {},
        validateStatus: () => true,
      };
      for (const path of routes) expect((await api.get(path, config)).status).toBe(401);
      for (const path of ["/reindex", "/dead-letters/retry"]) {
        const { status } = await api.post(`/admin/catalog${path}`, { engine }, config);
        expect(status).toBe(401);
      }
    }
    expect((await ours()).version).toBe(1);
  });

  it("the engine that serves shows its version, documents, products and how fresh it is", async () => {
    await soon(async () => (await ours()).waiting, 0);
    expect(await state()).toEqual({
      engines: [
        {
          engine,
          index: "catalog",
          serves: true,
          problem: null,
          version: 1,
          documents: 1,
          waiting: 0,
          lag_seconds: 0,
          dead: 0,
          rebuild: expect.objectContaining({ state: "done", error: null }),
        },
      ],
      degraded: false,
      products: 1,
    });
  });

  it("a rebuild begins at once, refuses a second, and ends with a new version", async () => {
    const search = getContainer().resolve(Modules.SEARCH);
    // Held back, so that the second surely meets the first.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reindex = search.reindex.bind(search);
    const spy = vi.spyOn(search, "reindex").mockImplementation(async (input) => {
      await held;
      return reindex(input);
    });
    try {
      const begun = await post<SearchState>("/reindex", { engine });
      expect(begun.status).toBe(202);
      expect(begun.data.engines[0]?.rebuild).toMatchObject({
        state: "running",
        documents: 0,
        expected: 1,
        finished_at: null,
      });
      const second = await post("/reindex", { engine });
      expect([second.status, second.data.code]).toEqual([400, "reindex_running"]);
      expect(second.data.fields?.[0]?.field).toBe("engine");
      release();
      await soon(
        async () => {
          const { version, documents, rebuild } = await ours();
          return { version, documents, state: rebuild?.state, written: rebuild?.documents };
        },
        { version: 2, documents: 1, state: "done", written: 1 },
      );
      const third = await post("/reindex", { engine });
      expect(third.status).toBe(202);
      await soon(async () => (await ours()).version, 3);
    } finally {
      release();
      spy.mockRestore();
    }
  });

  it("a rebuild that fails says why, and the version before goes on serving", async () => {
    const search = getContainer().resolve(Modules.SEARCH);
    const spy = vi.spyOn(search, "reindex").mockRejectedValue(new Error("no room on the disk"));
    try {
      expect((await post("/reindex", { engine })).status).toBe(202);
      await soon(
        async () => {
          const { rebuild, version, serves } = await ours();
          return { state: rebuild?.state, error: rebuild?.error, version, serves };
        },
        { state: "failed", error: "no room on the disk", version: 1, serves: true },
      );
    } finally {
      spy.mockRestore();
    }
  });

  it("an engine that this shop does not use is refused with what to set", async () => {
    for (const path of ["/reindex", "/dead-letters/retry"]) {
      const { status, data } = await post(path, { engine: "search-meilisearch" });
      expect([status, data.code]).toEqual([400, "engine_not_configured"]);
      expect(data.message).toContain("MEILISEARCH_HOST");
    }
  });

  it("products laid aside are listed with title and reason, the newest first", async () => {
    await layAside(hoa.product_id, "no price", "2026-11-20T01:00:00Z");
    await layAside("prod_gone", "no title", "2026-11-21T01:00:00Z");
    expect((await ours()).dead).toBe(2);
    const { data } = await get<DeadLetters>("/dead-letters");
    expect(data).toMatchObject({
      count: 2,
      limit: 20,
      offset: 0,
      dead_letters: [
        { product_id: "prod_gone", title: null, tries: 8, error: "no title" },
        { product_id: hoa.product_id, engine, dead_at: "2026-11-20T01:00:00.000Z" },
      ],
    });
    expect(must(data.dead_letters[1]).title).toEqual(expect.any(String));
    const page = await get<DeadLetters>(`/dead-letters?engine=${engine}&limit=1&offset=1`);
    expect(page.data.dead_letters.map((row) => row.product_id)).toEqual([hoa.product_id]);
    expect((await get<DeadLetters>("/dead-letters?engine=search-meilisearch")).data.count).toBe(0);
  });

  it("one is tried again and reaches search, the others stay; then all of the engine", async () => {
    await layAside(hoa.product_id, "no price", "2026-11-20T01:00:00Z");
    await layAside("prod_gone", "no title", "2026-11-21T01:00:00Z");
    const one = await post<RetryAnswer>("/dead-letters/retry", {
      engine,
      product_ids: [hoa.product_id, "prod_other"],
    });
    expect([one.status, one.data]).toEqual([200, { retried: 1 }]);
    await soon(
      async () => {
        const { waiting, dead } = await ours();
        return { waiting, dead };
      },
      { waiting: 0, dead: 1 },
    );
    expect((await post<RetryAnswer>("/dead-letters/retry", { engine })).data.retried).toBe(1);
    await soon(async () => (await ours()).dead, 0);
    expect((await post<RetryAnswer>("/dead-letters/retry", { engine })).data.retried).toBe(0);
  });

  it("texts that found nothing are shown as typed last, the most frequent first", async () => {
    for (const text of ["ruou sim", "Rượu sim", "mật ong đá", "0912 345 678"]) noteEmptyQuery(text);
    await flushEmptyQueries();
    const { data } = await get<EmptyQueries>("/empty-queries?days=1");
    expect(data).toMatchObject({ count: 2, limit: 20, offset: 0 });
    expect(data.empty_queries.map(({ text, times }) => [text, times])).toEqual([
      ["Rượu sim", 2],
      ["mật ong đá", 1],
    ]);
    expect(data.shop_url).toMatch(/^http.*\/products$/);
    await sql()`UPDATE search.empty_query SET day = day - 10`;
    expect((await get<EmptyQueries>("/empty-queries?days=10")).data.count).toBe(0);
    expect((await get<EmptyQueries>("/empty-queries?days=11")).data.count).toBe(2);
  });

  it("bad parameters and bodies are refused by name", async () => {
    const queries = ["?days=1", "/dead-letters?engine=x", "/dead-letters?limit=101"];
    queries.push("/empty-queries?days=0", "/empty-queries?days=91", "/empty-queries?offset=10001");
    for (const query of queries) {
      const { status, data } = await get<{ fields: { field: string }[] }>(query);
      const name = query.split("?")[1]?.split("=")[0];
      expect([status, data.fields?.[0]?.field]).toEqual([400, name]);
    }
    const bodies = [
      { body: {}, field: "engine" },
      { body: { engine, product_ids: [] }, field: "product_ids" },
      { body: { engine, index: "catalog" }, field: "index" },
    ];
    for (const { body, field } of bodies) {
      const { status, data } = await post("/dead-letters/retry", body);
      expect([status, data.fields?.[0]?.field]).toEqual([400, field]);
    }
  });
});
