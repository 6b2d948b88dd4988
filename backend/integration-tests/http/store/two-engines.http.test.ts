import "../../search/with-meilisearch";

import { createRequire } from "node:module";
import { type CatalogAnswer, catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import type { Api } from "../../answer";
import { aMarket, aProducer, type Market, type MarketProducer } from "../../market";
import { type MeilisearchServer, startMeilisearchServer } from "../../search/meilisearch-server";
import { soon } from "../../search/soon";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

type Search = typeof import("../../../src/modules/search-postgres");
type SearchModule = import("../../../src/modules/search-postgres").SearchModule;
type Choice = typeof import("../../../src/lib/engine-choice");

const load = createRequire(__filename);
const job = (name: string): ((container: MedusaContainer) => Promise<void>) =>
  load(`../../../src/jobs/${name}`).default;

const facts = { group: "food", subgroup: "coffee-cocoa", unit_vi: "túi 500 g" };
/** The backend looks at the index every five seconds and wants to see a fault twice. */
const PATIENCE_MS = 100_000;
const PORT = Number(new URL(process.env.MEILISEARCH_HOST ?? "").port);
/** Far above what an answer takes, far below the five seconds of a sick server. */
const PROMPT_MS = 3000;

medusaHttpSuite("two-engines", ({ api: client, getContainer }) => {
  const api: Api = client;
  let container: MedusaContainer;
  let market: Market;
  let ban: MarketProducer;
  let server: MeilisearchServer;

  const ask = async (query = ""): Promise<CatalogAnswer> => {
    const headers = { "x-publishable-api-key": market.key };
    return catalogAnswer.parse((await api.get(`/store/catalog?${query}`, { headers })).data);
  };
  /** Who answers, and how many are found. */
  const found = async (query = "") => {
    const { engine, degraded, count } = await ask(query);
    return { engine, degraded, count };
  };
  const byMeilisearch = (count: number) => ({
    engine: "search-meilisearch",
    degraded: false,
    count,
  });
  const byPostgres = (count: number) => ({ engine: "search-postgres", degraded: true, count });
  const becomes = (query: string, wanted: object) => soon(() => found(query), wanted, PATIENCE_MS);
  const rename = (title: string) =>
    updateProductsWorkflow(container).run({
      input: { selector: { id: ban.product_id }, update: { title, metadata: facts } },
    });
  /** What the backend believes is wrong with Meilisearch. */
  const problem = async () => {
    const { engines } = await (load("../../../src/lib/engine-choice") as Choice).engineStates();
    return engines.find(({ engine }) => engine === "search-meilisearch")?.problem;
  };
  const waiting = async () =>
    (
      await sql()`SELECT product_id, tries, dead_at IS NOT NULL AS is_dead FROM search.change
        WHERE engine = 'search-meilisearch'`
    ).map((row) => ({ ...row }));
  const physicalName = async () => {
    const [row] = await sql()<{ name: string }[]>`
      SELECT v.physical_name AS name FROM search_index i
      JOIN search_index_version v ON v.search_index_id = i.id AND v.version = i.active_version
        AND v.deleted_at IS NULL
      WHERE i.name = 'catalog_meilisearch' AND i.deleted_at IS NULL`;
    return row?.name ?? "";
  };
  const hurry = () => sql()`UPDATE search.engine SET rests_until = NULL`;

  beforeAll(async () => {
    // Migrated and booted without the server.
    container = getContainer();
    market = await aMarket(container);
    ban = await aProducer(container, market, { handle: "ban" });
    await rename("Cà phê Bản");
    await becomes("q=ca+phe", byPostgres(1));
    await soon(problem, "unreachable", PATIENCE_MS);
    server = await startMeilisearchServer({ port: PORT });
    await becomes("q=ca+phe", byMeilisearch(1));
  });
  beforeEach(async () => {
    server.control.calm();
    await hurry();
    // The database was restored, the server was not.
    await job("repair-catalog")(container);
    await soon(waiting, [], PATIENCE_MS);
    await becomes("q=ca+phe+ban", byMeilisearch(1));
  });
  afterAll(() => server?.close());

  it("a server that was away at the migration and at boot is filled when it comes", async () => {
    await soon(problem, null);
  });

  it("an edit is found in both engines within seconds", async () => {
    await rename("Trà sen Bản");
    await becomes("q=tra+sen", byMeilisearch(1));
    await becomes("q=ca+phe+ban&kind=tour", byMeilisearch(0));
    server.control.hangs_up = true;
    await becomes("q=tra+sen", byPostgres(1));
  });

  it("killed during a search and gone for an hour: nobody notices, and no product is blamed", async () => {
    server.control.hangs_up = true;
    for (let time = 0; time < 5; time += 1) {
      const begun = performance.now();
      expect(await found("q=ca+phe+ban")).toEqual(byPostgres(1));
      expect(performance.now() - begun).toBeLessThan(PROMPT_MS);
    }
    await rename("Mật ong Bản");
    await becomes("q=mat+ong", byPostgres(1));
    const failedTwice = () => sql()`SELECT FROM search.engine WHERE failures > 1`;
    await soon(async () => (await failedTwice()).length, 1, PATIENCE_MS);
    await sql()`UPDATE search.change SET changed_at = now() - interval '1 hour'`;
    expect(await waiting()).toEqual([{ product_id: ban.product_id, tries: 0, is_dead: false }]);
    server.control.calm();
    await becomes("q=mat+ong", byMeilisearch(1));
    expect(await waiting()).toEqual([]);
  }, 200_000);

  it.each([
    ["slow", { delay_ms: 5000 }],
    ["overloaded", { error: { status: 429, code: "too_many_search_requests", message: "busy" } }],
    ["broken", { error: { status: 500, code: "internal", message: "disk full" } }],
  ])("a server that is %s is left out at once and comes back", async (_title, trouble) => {
    Object.assign(server.control, trouble);
    for (let time = 0; time < 6; time += 1) {
      const begun = performance.now();
      expect(await found("q=ca+phe+ban")).toEqual(byPostgres(1));
      expect(performance.now() - begun).toBeLessThan(PROMPT_MS);
    }
    server.control.calm();
    await becomes("q=ca+phe+ban", byMeilisearch(1));
  });

  it("behind by more than thirty seconds is not asked, until it has caught up", async () => {
    server.control.concerns = ({ path }) => path.endsWith("/documents");
    server.control.error = { status: 503, code: "internal", message: "no writes now" };
    await rename("Chè Bản");
    await sql()`UPDATE search.change SET changed_at = now() - interval '31 seconds'`;
    await becomes("q=che+ban", byPostgres(1));
    const searches = () => server.requests.filter(({ path }) => path.includes("search")).length;
    const before = searches();
    expect(await found("q=che+ban")).toEqual(byPostgres(1));
    expect(searches()).toBe(before);
    server.control.calm();
    await becomes("q=che+ban", byMeilisearch(1));
  });

  it("an index that the server lost is filled again without anybody asking", async () => {
    const lost = await physicalName();
    server.control.loseIndex(lost);
    expect(await found("q=ca+phe+ban")).toEqual(byPostgres(1));
    await rename("Cà phê chè Bản");
    await becomes("q=che+ban", byMeilisearch(1));
    expect(await physicalName()).not.toBe(lost);
  });

  it("a server that comes back empty is filled again, and one killed while it was filled too", async () => {
    await server.close();
    expect(await found("q=ca+phe+ban")).toEqual(byPostgres(1));
    server = await startMeilisearchServer({ port: PORT });
    // The first batch of the filling finds nobody.
    server.control.concerns = ({ method, path }) => method !== "GET" && path.endsWith("/documents");
    server.control.hangs_up = true;
    await expect
      .poll(
        async () =>
          (
            await sql()`SELECT FROM search_index_sync WHERE status = 'failed' AND error LIKE '%away%'`
          ).length,
        { timeout: PATIENCE_MS },
      )
      .toBeGreaterThan(0);
    expect((await ask()).degraded).toBe(true);
    server.control.calm();
    await becomes("q=ca+phe+ban", byMeilisearch(1));
  }, 300_000);

  it("a product that the server refuses is laid aside alone, and goes in when it is asked again", async () => {
    await sql()`
      WITH one AS (SELECT * FROM product WHERE id = ${ban.product_id}), p AS (
        INSERT INTO product (id, title, handle, status, metadata)
        SELECT 'prod.with.dots', 'Bánh đậu xanh', 'banh-dau-xanh', 'published', metadata FROM one
      ), v AS (
        INSERT INTO product_variant (id, title, product_id, manage_inventory)
        VALUES ('variant_dots', 'hộp', 'prod.with.dots', false)
      ), s AS (INSERT INTO price_set (id) VALUES ('pset_dots')), pv AS (
        INSERT INTO product_variant_price_set (id, variant_id, price_set_id)
        VALUES ('pvps_dots', 'variant_dots', 'pset_dots')
      ), pr AS (
        INSERT INTO price (id, price_set_id, currency_code, amount, raw_amount, rules_count)
        VALUES ('price_dots', 'pset_dots', 'vnd', 50000, '{"value":"50000","precision":20}', 0)
      )
      INSERT INTO producer_producer_product_product (id, producer_id, product_id)
      VALUES ('ppp_dots', ${ban.id}, 'prod.with.dots')`;
    await rename("Cà phê chồn");
    // The good product of the same batch is in, and Meilisearch goes on answering.
    await becomes("q=ca+phe+chon", byMeilisearch(1));
    await expect
      .poll(
        async () => {
          await sql()`UPDATE search.change SET next_try_at = now()`;
          const left = await waiting();
          return left.every(({ is_dead }) => is_dead) && left.length > 0;
        },
        { timeout: PATIENCE_MS },
      )
      .toBe(true);
    const { listDeadLetters, rebuildIndex, retryDeadLetters }: Search = load(
      "../../../src/modules/search-postgres",
    );
    const engine = "search-meilisearch";
    const { dead_letters } = await listDeadLetters({ engine, limit: 10, offset: 0 });
    expect(dead_letters).toMatchObject([{ engine, product_id: "prod.with.dots", tries: 8 }]);
    expect(dead_letters[0]?.error).toContain("prod.with.dots");
    expect(await found("q=ca+phe+chon")).toEqual(byMeilisearch(1));
    // A filling goes on without it too, and lays it aside anew.
    await sql()`DELETE FROM search.change WHERE engine = ${engine}`;
    const search = container.resolve(Modules.SEARCH) as unknown as SearchModule;
    expect(await rebuildIndex(search, { engine, index: "catalog_meilisearch" })).toBe("done");
    expect(await waiting()).toMatchObject([{ product_id: "prod.with.dots", is_dead: true }]);
    await becomes("q=ca+phe+chon", byMeilisearch(1));
    // The cause is removed; a retry goes through.
    await sql()`UPDATE product SET status = 'draft' WHERE id = 'prod.with.dots'`;
    await retryDeadLetters({ engine });
    await soon(waiting, [], PATIENCE_MS);
  }, 200_000);
});
