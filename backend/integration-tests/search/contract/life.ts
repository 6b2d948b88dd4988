import { MedusaError } from "@medusajs/framework/utils";
import type { CatalogDocument } from "../../../src/reports/catalog-documents";
import { meeting } from "../../meeting";
import { contractDocuments } from "./documents";
import type { ContractIndex, Found, OpenedEngine } from "./engine";

/** Readers of a version while it is switched. */
const READERS = 4;

/** Writes of an index, its versions and its end. */
export function defineLife(
  indexOf: (version: string) => ContractIndex,
  opened: () => OpenedEngine,
): void {
  const documents = contractDocuments();
  const [first, second] = documents as [CatalogDocument, CatalogDocument];
  const few = documents.slice(0, 40);

  describe("the life of an index", () => {
    const index = indexOf("life");
    const count = async (q: string) => (await index.ask({ q })).count;
    const tours = async () => (await index.ask({})).facets.kind?.tour ?? 0;
    beforeEach(async () => {
      await index.create();
      await index.put(few);
    });
    afterEach(() => index.drop());

    it("an edit, a removal and a newcomer are found and counted at once", async () => {
      const before = await tours();
      await index.put([{ ...first, kind: "tour" }]);
      expect(await tours()).toBe(before + 1);
      await index.remove({ id: [first.id] });
      expect(await tours()).toBe(before);
      await index.put([{ ...second, id: "c999", kind: "tour" }]);
      await index.put([{ ...second, id: "c999", kind: "tour" }]);
      expect(await tours()).toBe(before + 1);
      expect((await index.ask({})).count).toBe(few.length);
      expect((await index.ask({ filters: { id: "c999" } })).ids).toEqual(["c999"]);
    });

    it("an edited title is found by its new words and no longer by the old ones", async () => {
      const coffee = await count("ca phe");
      expect(await count("xôi gấc")).toBe(0);
      await index.put([{ ...first, title: "Xôi gấc", title_en: "Red rice", sort_of_thing: "" }]);
      expect(await count("ca phe")).toBe((coffee ?? 0) - 1);
      expect(await count("xôi gấc")).toBe(1);
      await index.put([first]);
      expect(await count("ca phe")).toBe(coffee);
    });

    it("a document is replaced whole: what it had before is gone", async () => {
      await index.put([
        { ...first, stars: 5, stars_until: "2030-01-01", location: { lat: 1, lng: 2 } },
      ]);
      await index.put([{ ...first, stars: null, stars_until: null, location: null }]);
      const attributes = ["id", "stars", "location"];
      const [hit] = (await index.ask({ filters: { id: first.id }, attributes })).hits;
      expect(hit?.document).toEqual({ id: first.id, stars: null, location: null });
    });

    it("a misspelt word is corrected to what is there now, not to what was", async () => {
      const rare = { ...first, title: "Bánh phồng lỗ", title_en: "Puffed lattice", story: "" };
      expect((await index.ask({ q: "lattjce" })).reading?.kind).toBe("as_typed");
      await index.put([rare]);
      const found = await index.ask({ q: "lattjce" });
      expect(found).toMatchObject({ ids: [first.id], reading: { kind: "corrected" } });
      await index.put([first]);
      const later = await index.ask({ q: "lattjce" });
      expect(later).toMatchObject({ ids: [], count: 0, reading: { kind: "as_typed" } });
    });

    it("documents are removed by a filter, and only those", async () => {
      const makers = few.filter(({ producer }) => producer === first.producer);
      expect(makers.length).toBeGreaterThan(1);
      await index.remove({ producer: first.producer });
      const { ids } = await index.ask({ take: 400 });
      expect(ids).toHaveLength(few.length - makers.length);
      for (const { id } of makers) expect(ids).not.toContain(id);
      await index.remove({ id: ["nobody", ...ids.slice(0, 3)] });
      expect((await index.ask({})).count).toBe(few.length - makers.length - 3);
    });

    it("values keep every sign they have", async () => {
      const producer = `o'b"r\\ien (A) OR [x] = 'y' AND`;
      await index.put([{ ...first, producer, card_vi: `{"a":"\\"'<b>\\u2028🍵"}` }]);
      const found = await index.ask({ filters: { producer: { $in: [producer] } } });
      expect(found.ids).toEqual([first.id]);
      expect(found.hits[0]?.document.card_vi).toBe(`{"a":"\\"'<b>\\u2028🍵"}`);
      await index.remove({ producer: { $in: [producer] } });
      expect((await index.ask({})).count).toBe(few.length - 1);
    });

    it("is emptied without being lost", async () => {
      await index.clear();
      expect(await index.ask({})).toMatchObject({ ids: [], count: 0 });
      expect(await index.ask({ q: "trà" })).toMatchObject({ ids: [], count: 0 });
      await index.put([first]);
      expect((await index.ask({})).ids).toEqual([first.id]);
    });

    it("is listed with the number of its documents", async () => {
      expect(await index.list()).toMatchObject({
        name: index.physical,
        document_count: few.length,
      });
      await index.drop();
      expect(await index.list()).toBeUndefined();
      await index.create();
      expect(await index.list()).toMatchObject({ document_count: 0 });
    });

    it("that is gone is NOT_FOUND, so that the module looks for the version that serves", async () => {
      await index.drop();
      const missing = { type: MedusaError.Types.NOT_FOUND };
      await expect(index.ask({})).rejects.toMatchObject(missing);
      await expect(index.ask({ q: "trà" })).rejects.toMatchObject(missing);
      await expect(index.ask({ q: "zzqqxx" })).rejects.toMatchObject(missing);
      await index.create();
    });

    it("made anew under the same name forgets what it held", async () => {
      await index.ask({});
      await index.ask({ q: "trà" });
      await index.drop();
      await index.create();
      await index.put([first]);
      const found = await index.ask({});
      expect(found).toMatchObject({ ids: [first.id], count: 1 });
      expect(found.facets.province).toEqual({ [first.province]: 1 });
      expect((await index.ask({ q: "trà" })).count).toBe(0);
    });
  });

  describe("two versions", () => {
    it("readers see one or the other whole, while one takes the other's place", async () => {
      const [old, fresh] = [indexOf("v1"), indexOf("v2")];
      const marked = (version: string) =>
        few.map((document) => ({ ...document, card_vi: version, province: version }));
      await old.create();
      await old.put(marked("01"));
      let active = old;
      let isOver = false;
      const ready = meeting(READERS + 1);
      const seen: Found[] = [];
      const read = async () => {
        await ready();
        for (let after = 0; after < 3; after += isOver ? 1 : 0) {
          const asked = active;
          try {
            seen.push(await asked.ask({ q: "cà phê" }), await asked.ask({}));
          } catch (error) {
            const isGone = (error as { type?: string }).type === MedusaError.Types.NOT_FOUND;
            // As the Search Module does: whoever finds nothing looks for the version that serves.
            if (!isGone || asked === active) throw error;
          }
        }
      };
      const change = async () => {
        await ready();
        await fresh.create();
        for (let from = 0; from < few.length; from += 10) {
          await fresh.put(marked("02").slice(from, from + 10));
        }
        active = fresh;
        await old.drop();
        isOver = true;
      };
      try {
        await Promise.all([change(), ...Array.from({ length: READERS }, read)]);
      } finally {
        await fresh.drop();
      }
      const shown = seen.map(({ count, hits, facets }) => {
        const cards = [...new Set(hits.map(({ document }) => document.card_vi))];
        expect(cards).toEqual(Object.keys(facets.province ?? {}));
        expect(facets.province?.[String(cards[0])]).toBe(count);
        return { version: cards.join(), count };
      });
      const [text, all] = [seen[0]?.count, few.length];
      for (const { count } of shown) expect([text, all]).toContain(count);
      expect(new Set(shown.map(({ version }) => version))).toEqual(new Set(["01", "02"]));
      expect(opened().service.identifier).toBe(old.name);
    });
  });
}
