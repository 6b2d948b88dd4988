import { createRequire } from "node:module";
import { Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import { aMarket, aProducer, backend, type Market, type MarketProducer } from "../../market";
import { manyProducts } from "../../search/many-products";
import { soon } from "../../search/soon";
import { medusaHttpSuite } from "../../support";

/** For a thousand products on a machine that does other things besides. */
const PATIENCE_MS = 100_000;
type Queue = typeof import("../../../src/modules/search-postgres");
type SearchModule = import("../../../src/modules/search-postgres").SearchModule;

/** A job as the running application has loaded it. */
function job(name: "repair-catalog" | "refresh-stars"): () => Promise<void> {
  return createRequire(__filename)(`../../../src/jobs/${name}`).default;
}

medusaHttpSuite("catalog-index", ({ api, getContainer }) => {
  let market: Market;
  let producer: MarketProducer;
  const facts = { group: "food", subgroup: "coffee-cocoa", unit_vi: "túi 500 g" };

  const get = (query: string) =>
    api.get(`/store/catalog?${query}`, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
  const titles = async (query = "") =>
    (await get(query)).data.hits.map((hit: { title: string }) => hit.title);
  const rename = (title: string) =>
    updateProductsWorkflow(getContainer()).run({
      input: { selector: { id: producer.product_id }, update: { title, metadata: facts } },
    });

  beforeAll(async () => {
    market = await aMarket(getContainer());
    producer = await aProducer(getContainer(), market, { handle: "ban" });
    await rename("Cà phê Bản");
    await soon(titles, ["Cà phê Bản"]);
  });

  it("an edit made while the index is rebuilt is found in the new one", async () => {
    const search = getContainer().resolve(Modules.SEARCH);
    const rebuilt = search.reindex({ index: "catalog" });
    await rename("Cà phê Mường");
    await rebuilt;
    await soon(titles, ["Cà phê Mường"]);
    const { sql } = backend("lib/sql");
    const [row] = await sql()`SELECT active_version FROM search_index WHERE name = 'catalog'`;
    expect(row?.active_version).toBe(2);
  });

  it("a rebuild that was killed is carried on where it stopped, and misses no edit", async () => {
    const { sql } = backend("lib/sql");
    const { rebuildIndex }: Queue = createRequire(__filename)(
      "../../../src/modules/search-postgres",
    );
    const search = getContainer().resolve(Modules.SEARCH) as unknown as SearchModule;
    await manyProducts(1200, producer.id);
    const waiting = async () => (await sql()`SELECT FROM search.change LIMIT 1`).length;
    await soon(waiting, 0, PATIENCE_MS);
    const provider = search.searchProviderService_.retrieve("search-postgres");
    const upsert = provider.upsertDocuments.bind(provider);
    const written: number[] = [];
    const dyingAt = (batch: number) => {
      written.length = 0;
      provider.upsertDocuments = async (input) => {
        if (input.index.endsWith("_v2") && written.push(input.documents.length) === batch) {
          throw new Error("killed");
        }
        return upsert(input);
      };
    };
    const rebuild = () => rebuildIndex(search, { engine: "search-postgres", index: "catalog" });
    try {
      dyingAt(2);
      await expect(rebuild()).rejects.toThrow("killed");
      // Killed outright: nobody noted that it failed.
      await sql()`UPDATE search_index_sync SET status = 'processing', error = NULL, completed_at = NULL
        WHERE status = 'failed'`;
      await sql()`UPDATE search_index_version SET status = 'building' WHERE version = 2`;
      await rename("Cà phê đã đổi tên");
      await soon(() => titles("q=doi+ten"), ["Cà phê đã đổi tên"], PATIENCE_MS);
      dyingAt(Number.POSITIVE_INFINITY);
      expect(await rebuild()).toBe("resumed");
    } finally {
      provider.upsertDocuments = upsert;
    }
    // More may follow: what was drained meanwhile.
    expect(written.slice(0, 2)).toEqual([500, 201]);
    const [row] = await sql()`SELECT active_version FROM search_index WHERE name = 'catalog'`;
    expect(row?.active_version).toBe(2);
    expect((await get("page_size=1")).data.count).toBe(1201);
    await soon(() => titles("q=doi+ten"), ["Cà phê đã đổi tên"], PATIENCE_MS);
  });

  it("of two that rebuild at once the second is told so", async () => {
    const { rebuildIndex }: Queue = createRequire(__filename)(
      "../../../src/modules/search-postgres",
    );
    const search = getContainer().resolve(Modules.SEARCH) as unknown as SearchModule;
    const rebuild = () => rebuildIndex(search, { engine: "search-postgres", index: "catalog" });
    const outcomes = await Promise.all([rebuild(), rebuild()]);
    expect(outcomes.sort()).toEqual(["done", "running"]);
  });

  it("at night a document without a product goes, and one that was missed comes back", async () => {
    const { sql } = backend("lib/sql");
    const documents = sql()("search.documents_catalog_v1");
    // As a restored backup leaves it: nobody noted what happened.
    await sql()`UPDATE ${documents} SET id = 'prod_gone'`;
    expect((await get("")).data.count).toBe(1);
    await job("repair-catalog")();
    await soon(
      async () => (await sql()`SELECT id FROM ${documents}`).map(({ id }) => id),
      [producer.product_id],
    );
  });

  it("at midnight the products of certificates that ended are built anew", async () => {
    const { sql } = backend("lib/sql");
    await sql()`INSERT INTO certification (id, product_id, producer_id, product_title, stars,
        decision_number, decision_folded, decided_on, expires_on, issuer_level, issuer_name,
        province_code, status)
      VALUES ('cert_1', ${producer.product_id}, ${producer.id}, 'Cà phê', 4, '1/QĐ-UBND',
        '1/qd-ubnd', '2022-01-01', to_char(now() - interval '2 days', 'YYYY-MM-DD'), 'province',
        'UBND', '66', 'verified')`;
    const waiting = () => sql()`SELECT product_id FROM search.change`;
    await soon(async () => (await waiting()).length, 0);
    // The drain may take them at once, so they are held back while the job notes them.
    await sql().begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(hashtext('cho-lang-drain-search-postgres'))`;
      await job("refresh-stars")();
      expect((await waiting()).map((row) => row.product_id)).toEqual([producer.product_id]);
    });
    await soon(async () => (await waiting()).length, 0);
    expect((await get("stars=4")).data.count).toBe(0);
  });

  it("before the first filling the shop asks for patience instead of failing", async () => {
    await getContainer().resolve(Modules.SEARCH).deleteIndex("catalog");
    const { status, data, headers } = await get("q=ca+phe");
    expect([status, data.code, headers["retry-after"]]).toEqual([503, "catalog_not_ready", "2"]);
  });
});
