import { MedusaError } from "@medusajs/framework/utils";
import type { Asked } from "../../../integration-tests/search/contract/engine";
import { searchDatabase } from "../../../integration-tests/search/database";
import { type SampleDocument, sampleDocuments } from "../../../integration-tests/search/documents";
import { sampleEngine } from "../../../integration-tests/search/sample-engine";
import { sql } from "../../lib/sql";

const documents = sampleDocuments();

describe("search in PostgreSQL", () => {
  searchDatabase("search");
  const engine = sampleEngine();
  const { ask, put, remove } = engine;
  const idsOf = async (q: string) => (await ask({ q })).ids;
  const titled = (text: string) =>
    documents.filter((document) => document.title.includes(text)).map((document) => document.id);

  beforeEach(async () => {
    engine.clock.now = new Date("2026-11-22T03:00:00Z");
    await engine.create();
    await put(documents);
  });

  it("coffee is found as cà phê, ca phe, CÀ PHÊ, decomposed and as caphe", async () => {
    const coffee = titled("phê").sort();
    expect(coffee).toHaveLength(7);
    for (const q of ["cà phê", "ca phe", "CÀ PHÊ", "cà phê".normalize("NFD"), "caphe"]) {
      expect((await idsOf(q)).sort()).toEqual(coffee);
    }
  });

  it("no word is too short or too common: đỏ, tơ, ăn, là finds what holds it", async () => {
    expect((await idsOf("gạo đỏ")).sort()).toEqual(["d50"]);
    expect(await idsOf("tơ tằm")).toEqual(["d28"]);
    expect((await idsOf("ăn ")).sort()).toEqual(expect.arrayContaining(["d07"]));
  });

  it("every word must be there, and the last may be half typed", async () => {
    expect(await idsOf("nước mắm phú qu")).toEqual(["d51"]);
    expect(await idsOf("nước mắm zzqqxx")).toHaveLength(4);
    expect(await idsOf("nuoc ma")).toHaveLength(4);
  });

  it("a title that is the text comes first, then one that begins with it, then the rest", async () => {
    expect(await idsOf("trà tân cương")).toEqual(["d14", "d25"]);
    const honey = await idsOf("mật ong");
    expect(honey.slice(0, 2).sort()).toEqual(["d06", "d20"]);
    expect(honey[2]).toBe("d05");
  });

  it("English titles are found too", async () => {
    expect(await idsOf("drip bag")).toEqual(["d03"]);
  });

  it("stars are gone the morning after the last day, before anybody rewrites the index", async () => {
    const four = async () => (await ask({ filters: { stars: { $in: [5] } } })).ids;
    expect(await four()).toContain("d04");
    engine.clock.now = new Date("2026-11-22T16:59:59Z");
    expect(await four()).toContain("d04");
    engine.clock.now = new Date("2026-11-22T17:00:00Z");
    expect(await four()).not.toContain("d04");
    const coffee = await ask({ q: "cà phê đặc sản" });
    expect(coffee.hits[0]?.document.stars).toBeNull();
    expect((await ask({})).ids).toContain("d04");
  });

  it("pages never repeat or lose a document, whatever the order", async () => {
    const orders = [undefined, { price_vnd: "ASC" }, { price_vnd: "DESC" }, { stars: "DESC" }];
    for (const order of orders as Asked["order"][]) {
      for (const q of [undefined, "a"]) {
        const seen: string[] = [];
        for (let skip = 0; skip < 60; skip += 7) {
          const page = await ask({
            ...(q ? { q } : {}),
            ...(order ? { order } : {}),
            skip,
            take: 7,
          });
          seen.push(...page.ids);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual((await ask({ ...(q ? { q } : {}), ...(order ? { order } : {}) })).ids);
      }
    }
  });

  it("prices go up or down, also at the ends", async () => {
    const prices = (ids: string[]) =>
      ids.map((id) => documents.find((document) => document.id === id)?.price_vnd ?? 0);
    const up = prices((await ask({ order: { price_vnd: "ASC" } })).ids);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    const down = prices((await ask({ order: { price_vnd: "DESC" }, q: "hoa" })).ids);
    expect(down).toEqual([...down].sort((a, b) => b - a));
  });

  it("text that looks like a command is only text", async () => {
    for (const q of [
      "'; DROP TABLE product; --",
      "a' | 'b':*",
      "%_\\",
      "<-> & |",
      "$1",
      "\u0000x",
    ]) {
      await expect(ask({ q: q.replaceAll("\u0000", "") })).resolves.toBeDefined();
    }
    const evil = ["x' OR true --", '"; DROP', "tour}"];
    expect((await ask({ filters: { kind: { $in: evil } } })).count).toBe(0);
    expect((await ask({})).count).toBe(60);
  });

  it("an edit, a removal and a newcomer are counted at once", async () => {
    const tours = async () => {
      const facet = (await ask({})).facets.kind;
      return facet?.type === "value" && facet.values.find(({ value }) => value === "tour")?.count;
    };
    expect(await tours()).toBe(7);
    const [first, second] = documents as [SampleDocument, SampleDocument];
    await put([{ ...first, kind: "tour" }]);
    expect(await tours()).toBe(8);
    await remove(["d01"]);
    expect(await tours()).toBe(7);
    await put([{ ...second, id: "d99", kind: "tour" }]);
    expect(await tours()).toBe(8);
    await put([{ ...second, id: "d99", kind: "tour" }]);
    expect((await ask({})).count).toBe(60);
  });

  it("a title that changed is counted at once, though no facet did", async () => {
    const [first] = documents as [SampleDocument];
    const count = async () => (await ask({ q: "ca phe" })).count;
    expect(await count()).toBe(7);
    await put([{ ...first, title: "Ca cao", title_en: "Cocoa" }]);
    expect(await count()).toBe(6);
    await put([first]);
    expect(await count()).toBe(7);
  });

  it("what was not changed is not written again", async () => {
    const version = async () =>
      (await sql()`SELECT xmin::text FROM search.documents_sample_v1 WHERE id = 'd01'`)[0]?.xmin;
    const before = await version();
    await put(documents);
    expect(await version()).toBe(before);
  });

  it("an index that is gone is reported as such, so that the module looks again", async () => {
    await engine.drop();
    await expect(ask({})).rejects.toMatchObject({ type: MedusaError.Types.NOT_FOUND });
    await expect(ask({ q: "tra" })).rejects.toMatchObject({ type: MedusaError.Types.NOT_FOUND });
    await expect(put(documents)).rejects.toMatchObject({ type: MedusaError.Types.NOT_FOUND });
    expect(await engine.service.listIndexes()).toEqual([]);
  });
});
