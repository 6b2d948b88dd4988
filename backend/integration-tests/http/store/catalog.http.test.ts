import { createRequire } from "node:module";
import { catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { catalogDetail } from "@cho-lang/shared/contracts/product";
import { Modules } from "@medusajs/framework/utils";
import {
  updateInventoryLevelsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows";
import { aMarket, aProducer, backend, type Market, type MarketProducer } from "../../market";
import { type Certifications, certify, operator } from "../../search/certify";
import { soon } from "../../search/soon";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("catalog", ({ api, getContainer }) => {
  let market: Market;
  let ban: MarketProducer;
  let thac: MarketProducer;

  const get = async (path: string) => {
    const answer = await api.get(path, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
    return { status: answer.status as number, data: answer.data };
  };
  const catalog = async (query = "") => {
    const answer = await get(`/store/catalog${query}`);
    expect(answer.status).toBe(200);
    return catalogAnswer.parse(answer.data);
  };
  const handles = async (query = "") => (await catalog(query)).hits.map((hit) => hit.handle).sort();

  const edit = (producer: MarketProducer, update: object) =>
    updateProductsWorkflow(getContainer()).run({
      input: { selector: { id: producer.product_id }, update },
    });

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    ban = await aProducer(container, market, { handle: "ban", price_vnd: 120_000 });
    thac = await aProducer(container, market, { handle: "thac", price_vnd: 90_000 });
    for (const producer of [ban, thac]) {
      await edit(producer, {
        metadata: {
          group: "food",
          subgroup: "coffee-cocoa",
          unit_vi: "túi 500 g",
          unit_en: "500 g bag",
        },
      });
    }
    await certify(container, ban, 4, "MẪU-0001/QĐ-UBND");
    await certify(container, thac, 3, "MẪU-0002/QĐ-UBND");
    await soon(() => handles("?stars=3,4"), ["ca-phe-ban", "ca-phe-thac"]);
  });

  describe("the catalog", () => {
    it("shows goods with what a card needs and counts that agree with the results", async () => {
      const found = await catalog("?q=ca+phe&province=dak-lak&stars=4");
      expect(found.count).toBe(1);
      expect(found.hits[0]).toMatchObject({
        handle: "ca-phe-ban",
        kind: "product",
        producer: { handle: "ban", name: "HTX ban" },
        province: { code: "66", name: "Đắk Lắk" },
        region: "south-central-coast-highlands",
        group: "food",
        subgroup: "coffee-cocoa",
        stars: 4,
        price_vnd: 120_000,
        unit: "túi 500 g",
        unit_price: { price_vnd: 240_000, per: "kg" },
        in_stock: true,
      });
      const counts = (name: "stars" | "province") =>
        Object.fromEntries(
          found.facets[name]
            .filter(({ count }) => count > 0)
            .map(({ value, count }) => [value, count]),
        );
      expect(counts("stars")).toEqual({ "4": 1, "3": 1 });
      expect(counts("province")).toEqual({ "66": 1 });
      expect(found.facets.province).toHaveLength(34);
    });

    it("speaks English when asked", async () => {
      const found = await catalog("?lang=en&province=66");
      expect(found.hits[0]?.unit).toBe("500 g bag");
      expect(found.facets.group[0]?.label).toBe("Food");
    });

    it("sorts by price in both directions and pages without repeats", async () => {
      const one = async (sort: string, page: number) =>
        (await catalog(`?sort=${sort}&page_size=1&page=${page}`)).hits[0]?.handle;
      expect([await one("price", 1), await one("price", 2)]).toEqual(["ca-phe-thac", "ca-phe-ban"]);
      expect([await one("-price", 1), await one("-price", 2)]).toEqual([
        "ca-phe-ban",
        "ca-phe-thac",
      ]);
      expect(await one("-stars", 1)).toBe("ca-phe-ban");
      expect(await one("price", 3)).toBeUndefined();
    });

    it("finds a price by its ends", async () => {
      expect(await handles("?price_min=90000&price_max=90000")).toEqual(["ca-phe-thac"]);
      expect(await handles("?price_min=90001")).toEqual(["ca-phe-ban"]);
      expect(await handles("?producer=ban")).toEqual(["ca-phe-ban"]);
    });

    it("answers a wrong question with its name, never with a fault", async () => {
      const long = "x".repeat(1000);
      for (const [query, field] of [
        ["province=atlantis", "province"],
        ["stars=6", "stars"],
        ["stars=four", "stars"],
        ["kind=car", "kind.0"],
        ["region=north", "region"],
        ["group=%00", "group"],
        ["subgroup=gold", "subgroup"],
        ["producer=%27%3B--", "producer.0"],
        ["sort=_score", "sort"],
        ["page=0", "page"],
        ["page=99999999999999999999", "page"],
        ["page_size=61", "page_size"],
        ["page_size=-1", "page_size"],
        ["price_min=1.5", "price_min"],
        ["price_min=9&price_max=8", "price_min"],
        [`q=${long}`, "q"],
        ["q=%00", "q"],
        ["q[x]=1", "q"],
        ["lang=de", "lang"],
        ["limit=5", "limit"],
      ]) {
        const { status, data } = await get(`/store/catalog?${query}`);
        expect([query, status]).toEqual([query, 400]);
        expect(data.fields[0].field).toBe(field);
      }
      for (const q of ["%27%20OR%201%3D1--", "!!!", "%25_%5C", "a%20%7C%20b%3A*", "%F0%9F%8D%B5"]) {
        expect((await get(`/store/catalog?q=${q}`)).status).toBe(200);
      }
      expect((await get("/store/catalog?q=%E0%A4")).status).toBeLessThan(500);
    });
  });

  describe("edits reach search within seconds", () => {
    it("a new price", async () => {
      await updateProductVariantsWorkflow(getContainer()).run({
        input: {
          selector: { id: ban.variant_id },
          update: { prices: [{ currency_code: "vnd", amount: 95_000 }] },
        },
      });
      await soon(async () => (await catalog("?producer=ban")).hits[0]?.price_vnd, 95_000);
    });

    it("the last one sold", async () => {
      await updateInventoryLevelsWorkflow(getContainer()).run({
        input: {
          updates: [
            {
              inventory_item_id: ban.inventory_item_id,
              location_id: ban.location_id,
              stocked_quantity: 0,
            },
          ],
        },
      });
      await soon(async () => (await catalog("?producer=ban")).hits[0]?.in_stock, false);
    });

    it("a new title, and its translation", async () => {
      await edit(ban, { title: "Cà phê chồn" });
      await soon(() => handles("?q=chon"), ["ca-phe-ban"]);
      const translations = getContainer().resolve(Modules.TRANSLATION);
      await translations.createTranslations([
        {
          reference: "product",
          reference_id: ban.product_id,
          locale_code: "en-US",
          translations: { title: "Civet coffee" },
        },
      ]);
      await soon(() => handles("?q=civet"), ["ca-phe-ban"]);
      expect((await catalog("?q=civet&lang=en")).hits[0]?.title).toBe("Civet coffee");
      expect((await get("/store/catalog/ca-phe-ban?lang=en")).data.title).toBe("Civet coffee");
    });

    it("a product taken back to a draft is nowhere, and nowhere counted", async () => {
      await edit(ban, { status: "draft" });
      await soon(() => handles(), ["ca-phe-thac"]);
      const { count, facets } = await catalog();
      expect(count).toBe(1);
      expect(facets.stars.find(({ value }) => value === "4")?.count).toBe(0);
      expect((await get("/store/catalog/ca-phe-ban")).status).toBe(404);
    });

    it("a suspended producer's goods leave the catalog; their page says that nothing is sold", async () => {
      await backend("workflows/producer/suspend-producer")
        .suspendProducerWorkflow(getContainer())
        .run({ input: { producer_id: ban.id, actor: operator, reason: "Chờ kiểm tra lại hồ sơ" } });
      await soon(() => handles(), ["ca-phe-thac"]);
      const { status, data } = await get("/store/catalog/ca-phe-ban");
      expect([status, data.producer?.is_open]).toEqual([200, false]);
    });

    it("a revoked certificate takes the stars from the facet and from the page", async () => {
      const stars = async () => (await get("/store/catalog/ca-phe-ban")).data.certificates[0];
      const certificate = await stars();
      expect(certificate.state).toBe("in_force");
      await getContainer()
        .resolve<Certifications>("certification")
        .decideAbout({
          ids: [certificate.id],
          step: "revoke",
          actor: operator,
          reason: "Thu hồi sau kiểm tra",
          revoked_on: "2026-11-21",
        });
      const page = await get("/store/catalog/ca-phe-ban");
      expect(page.data.stars).toBeNull();
      expect(page.data.certificates[0].state).toBe("revoked");
      await soon(() => handles("?stars=4"), []);
      expect(await handles("?producer=ban")).toEqual(["ca-phe-ban"]);
    });
  });

  describe("one product", () => {
    it("has all that its page shows", async () => {
      const { status, data } = await get("/store/catalog/ca-phe-ban");
      expect(status).toBe(200);
      const detail = catalogDetail.parse(data);
      expect(detail).toMatchObject({
        handle: "ca-phe-ban",
        stars: 4,
        weight_grams: 500,
        variants: [{ price_vnd: 120_000, stock: 20, unit: "túi 500 g" }],
        producer: { handle: "ban", is_open: true, product_count: 1 },
        village: null,
        province: { code: "66", slug: "dak-lak", name: "Đắk Lắk" },
      });
      expect(detail.certificates[0]).toMatchObject({ stars: 4, state: "in_force" });
    });

    it("that does not exist is not found, however it is asked for", async () => {
      for (const handle of ["nothing", "x".repeat(500), "%27%20OR%201%3D1", "..%2F.."]) {
        expect([handle, (await get(`/store/catalog/${handle}`)).status]).toEqual([handle, 404]);
      }
      expect((await get("/store/catalog/%00")).status).toBe(400);
      expect((await get("/store/catalog/ca-phe-ban?lang=xx")).status).toBe(400);
    });
  });

  it("says how fresh search is", async () => {
    // The test runner has a /health of its own, so the route's report is asked directly.
    const { catalogLags }: typeof import("../../../src/reports/catalog-lag") = createRequire(
      __filename,
    )("../../../src/reports/catalog-lag");
    const lag = async () =>
      (await catalogLags()).map(({ engine, waiting, dead, version }) => ({
        engine,
        waiting,
        dead,
        version,
      }));
    const fresh = [{ engine: "search-postgres", waiting: 0, dead: 0, version: 1 }];
    await soon(lag, fresh);
    await edit(ban, { title: "Cà phê khác" });
    await soon(lag, fresh);
    expect(await handles("?q=khac")).toEqual(["ca-phe-ban"]);
  });
});
