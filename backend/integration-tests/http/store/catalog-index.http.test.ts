import { createRequire } from "node:module";
import { Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import { aMarket, aProducer, backend, type Market, type MarketProducer } from "../../market";
import { soon } from "../../search/soon";
import { medusaHttpSuite } from "../../support";

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
