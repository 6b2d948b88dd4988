import { createRequire } from "node:module";
import { catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { type CatalogSuggestions, catalogSuggestions } from "@cho-lang/shared/contracts/suggestion";
import { Modules } from "@medusajs/framework/utils";
import type { Api, Refused } from "../../answer";
import { aMarket, type Market } from "../../market";
import { aShelf, SHELF, type Shelf } from "../../search/shelf";
import { soon } from "../../search/soon";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

const { flushEmptyQueries }: typeof import("../../../src/modules/search-postgres") = createRequire(
  __filename,
)("../../../src/modules/search-postgres");

medusaHttpSuite("catalog-text", ({ api: client, getContainer }) => {
  const api: Api = client;
  let market: Market;
  let shelf: Shelf;

  const get = <T>(path: string) =>
    api.get<T>(path, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
  const catalog = async (query: string) => {
    const { status, data } = await get(`/store/catalog?${query}`);
    expect(status).toBe(200);
    return catalogAnswer.parse(data);
  };
  const handles = async (query: string) => (await catalog(query)).hits.map(({ handle }) => handle);
  const suggested = async (q: string, lang = "vi") => {
    const query = new URLSearchParams({ q, lang });
    const { status, data } = await get(`/store/catalog/suggest?${query}`);
    expect(status).toBe(200);
    return catalogSuggestions.parse(data).suggestions;
  };
  const brief = (list: CatalogSuggestions["suggestions"]) =>
    list.map(({ type, value }) => `${type} ${value}`);

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    shelf = await aShelf(container, market);
    await soon(async () => (await handles("")).sort(), SHELF);
    await soon(() => handles("village=bat-trang"), ["tham-bat-trang"]);
    await soon(() => handles("province=08&q=sauce"), ["ca-phe-ca-com"]);
  });

  describe("the catalog tells how it read a text", () => {
    const marked = async (query: string) => {
      const { hits } = await catalog(query);
      return hits.map(({ title, title_marks }) =>
        title_marks.map(([from, to]) => title.slice(from, to)),
      );
    };

    it("as it was typed, and marks what it met in the asked language", async () => {
      const { reading, suggestions, engine, degraded } = await catalog("q=ca+phe+bo");
      expect(reading).toMatchObject({ kind: "as_typed", left_out: [] });
      expect({ suggestions, engine, degraded }).toEqual({
        suggestions: [],
        engine: "search-postgres",
        degraded: false,
      });
      expect(await marked("q=ca+phe+bo")).toEqual([["Cà", "phê", "bộ"]]);
      expect(await marked("q=CAPHE")).toEqual([["Cà phê"]]);
      expect(await marked("q=coffee&lang=en")).toEqual([["coffee"]]);
      expect(await marked(`q=${encodeURIComponent("đắk".normalize("NFD"))}`)).toEqual([["Đắk"]]);
    });

    it("corrected, as the catalog spells it", async () => {
      const { reading, hits } = await catalog("q=nuoc+mamm");
      expect(reading).toEqual({ kind: "corrected", read_as: "nước mắm", left_out: [] });
      expect(hits.map(({ handle }) => handle)).toEqual(["ca-phe-ca-com"]);
      expect(await marked("q=nuoc+mamm")).toEqual([["Nước", "mắm"]]);
    });

    it("with fewer words, and an operator learns what was missing", async () => {
      const { reading } = await catalog("q=nuoc+mam+sriracha");
      expect(reading).toMatchObject({ kind: "fewer_words", left_out: ["sriracha"] });
      await catalog("q=kimchi&kind=product");
      await catalog("q=ca+phe&province=01");
      await flushEmptyQueries();
      const rows = await sql()<{ text: string }[]>`
        SELECT text FROM search.empty_query ORDER BY text`;
      expect(rows.map(({ text }) => text)).toEqual(["kimchi", "nuoc mam sriracha"]);
    });

    it("whatever the filters are: coffee from where none grows is no mistake", async () => {
      const { reading, count, facets } = await catalog("q=ca+phe&province=01");
      expect([reading?.kind, count]).toEqual(["as_typed", 0]);
      expect(facets.province.find(({ value }) => value === "66")?.count).toBe(1);
    });

    it("as it was typed, with what may have been meant where only a story has the words", async () => {
      const { product_id } = shelf.coffee;
      const tell = (story: string | null) =>
        sql()`UPDATE product SET description = ${story} WHERE id = ${product_id}`;
      const [before] = await sql()<{ description: string | null }[]>`
        SELECT description FROM product WHERE id = ${product_id}`;
      await tell("Pha với nước không mặn.");
      await soon(() => handles("q=nuoc+man"), ["ca-phe-ea-tu"]);
      // One title is not clearly more than one story.
      expect((await catalog("q=nuoc+man")).suggestions).toEqual([]);
      const name = (title: string) =>
        sql()`UPDATE product SET title = ${title} WHERE id = ${shelf.tour.product_id}`;
      await name("Thăm xưởng nước mắm");
      await soon(async () => (await catalog("q=nuoc+mam")).count, 2);
      const { reading, suggestions } = await catalog("q=nuoc+man");
      expect([reading?.kind, suggestions]).toEqual(["as_typed", ["nước mắm"]]);
      await name("Tham quan làng gốm");
      await soon(async () => (await catalog("q=nuoc+mam")).count, 1);
      expect((await catalog("q=nuoc+khong")).suggestions).toEqual([]);
      await tell(before?.description ?? null);
      await soon(async () => (await catalog("q=nuoc+man")).reading?.kind === "as_typed", false);
    });

    it("not at all without a word", async () => {
      expect((await catalog("q=!!!")).reading).toBeNull();
      expect((await catalog("")).reading).toBeNull();
    });
  });

  describe("around a place", () => {
    const hanoi = "near=21.0285,105.8542";

    it("finds what lies within the circle, nearest first, and tells how far it is", async () => {
      const { hits } = await catalog(`${hanoi}&sort=distance`);
      expect(hits.map(({ handle, distance_km }) => [handle, distance_km])).toEqual([
        ["tham-bat-trang", 8.5],
        ["ca-phe-ca-com", 110.5],
        ["ca-phe-ea-tu", 958.3],
      ]);
      expect(await handles(`${hanoi}&radius_km=8`)).toEqual([]);
      expect(await handles(`${hanoi}&radius_km=9`)).toEqual(["tham-bat-trang"]);
      const { count, facets } = await catalog(`${hanoi}&radius_km=200&kind=product`);
      expect(count).toBe(1);
      expect(facets.kind.map((kind) => kind.count)).toEqual([1, 1]);
      expect((await catalog("q=ca+phe")).hits[0]?.distance_km).toBeNull();
    });

    it("refuses what is no place, by name", async () => {
      for (const [query, field] of [
        ["near=hanoi", "near"],
        ["near=91,0", "near"],
        ["near=1,2&near=3,4", "near"],
        ["sort=distance", "near"],
        ["radius_km=5", "near"],
        [`${hanoi}&radius_km=0`, "radius_km"],
      ]) {
        const { status, data } = await get<Refused>(`/store/catalog?${query}`);
        expect([query, status, data.fields?.[0]?.field]).toEqual([query, 400, field]);
      }
    });
  });

  describe("the search box suggests", () => {
    it("goods and visits by what their titles' words begin with", async () => {
      const [first] = await suggested("ca ph");
      expect(first).toMatchObject({
        type: "product",
        value: "ca-phe-ea-tu",
        title: "Cà phê bột Đắk Lắk",
        title_marks: [
          [0, 2],
          [3, 5],
        ],
        note: "HTX ea-tu",
        count: null,
      });
      expect(brief(await suggested("tham quan l"))).toEqual(["tour tham-bat-trang"]);
      expect((await suggested("coff", "en"))[0]?.title).toBe("Dak Lak ground coffee");
      expect(brief(await suggested("cacom"))).toEqual(["product ca-phe-ca-com"]);
    });

    it("makers, villages, categories and provinces, with how much there is", async () => {
      expect(await suggested("cô ba")).toMatchObject([
        { type: "producer", value: "ca-com", title: "Mắm Cô Ba", note: "Tuyên Quang", count: 1 },
      ]);
      expect(brief(await suggested("bat tr"))).toEqual(["village bat-trang"]);
      expect(brief(await suggested("ca cao"))).toEqual(["category subgroup=coffee-cocoa"]);
      expect(await suggested("hà giang")).toMatchObject([
        { type: "province", value: "08", note: "gồm Hà Giang trước đây", count: 1 },
      ]);
      expect(brief(await suggested("đắk lắk"))).toEqual(["province 66", "product ca-phe-ea-tu"]);
      expect(brief(await suggested("ca"))).toEqual([
        "product ca-phe-ea-tu",
        "product ca-phe-ca-com",
        "category subgroup=coffee-cocoa",
      ]);
    });

    it("no maker without anything to see", async () => {
      expect(brief(await suggested("htx"))).toEqual(["producer ea-tu"]);
      await sql()`UPDATE producer SET status = 'suspended' WHERE id = ${shelf.coffee.id}`;
      await soon(() => suggested("htx"), []);
    });

    it("another spelling where nothing begins like the text", async () => {
      expect(brief(await suggested("nuoc mamm"))).toEqual(["text nước mắm"]);
      expect(await suggested("zzzzzz")).toEqual([]);
    });

    it("from the index that was built anew a moment ago", async () => {
      expect(brief(await suggested("anchovy"))).toEqual(["product ca-phe-ca-com"]);
      await getContainer().resolve(Modules.SEARCH).reindex({ index: "catalog" });
      await sql()`DROP TABLE IF EXISTS search.documents_catalog_v1`;
      expect(brief(await suggested("anchovy"))).toEqual(["product ca-phe-ca-com"]);
    });

    it("nothing to less than two letters, and may be kept for half a minute", async () => {
      for (const q of ["", "c", "!", "  "]) expect(await suggested(q)).toEqual([]);
      const answer = await get("/store/catalog/suggest?q=ca");
      expect(answer.headers["cache-control"]).toBe("public, max-age=30");
    });

    it("refuses a wrong question with its name", async () => {
      for (const [query, field] of [
        [`q=${"x".repeat(81)}`, "q"],
        ["q=%00", "q"],
        ["q=a&q=b", "q"],
        ["q=ca&lang=fr", "lang"],
        ["q=ca&limit=5", "limit"],
      ]) {
        const { status, data } = await get<Refused>(`/store/catalog/suggest?${query}`);
        expect([query, status, data.fields?.[0]?.field]).toEqual([query, 400, field]);
      }
      for (const q of [
        "%27%20%7C%20b%3A*",
        "%5C%5C%27%27",
        "ca%20%26",
        "%F0%9F%8D%B5%F0%9F%8D%B5",
      ]) {
        expect((await get(`/store/catalog/suggest?q=${q}`)).status).toBe(200);
      }
    });
  });
});
