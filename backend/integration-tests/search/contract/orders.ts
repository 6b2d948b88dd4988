import type { CatalogDocument } from "../../../src/reports/catalog-documents";
import { contractDocuments } from "./documents";
import { type Asked, CONTRACT_DAY, type ContractIndex } from "./engine";
import { closeness, onDay } from "./reference";

/** Texts without synonyms, whose steps of closeness leave no doubt. */
const TEXTS = [
  "bánh",
  "bánh tráng",
  "hương",
  "tôm khô",
  "tinh dầu",
  "xoài",
  "mai vàng",
  "kẹo dừa",
  "muối",
  "nem",
  "nem chua",
  "gạo st25",
  "bưởi",
  "cam",
  "bến tre",
  "hà giang",
  "hải dương",
  "đồ gia",
  "ha",
  "cốm",
];

const ORDERS: { order: NonNullable<Asked["order"]>; keys: (keyof CatalogDocument)[] }[] = [
  { order: { price_vnd: "ASC" }, keys: ["price_vnd"] },
  { order: { price_vnd: "DESC" }, keys: ["price_vnd"] },
  { order: { stars: "DESC", quality: "DESC" }, keys: ["stars", "quality"] },
  { order: { published: "DESC" }, keys: ["published"] },
];

/** The order of hits, and pages of it. */
export function defineOrders(index: ContractIndex): void {
  const documents = contractDocuments().map((document) => onDay(document, CONTRACT_DAY));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const of = (ids: string[]) =>
    ids.map((id) => {
      const document = byId.get(id);
      if (!document) throw new Error(`${id} is no document`);
      return document;
    });

  describe("orders", () => {
    it("the title that is the text comes first, then what begins with it, has it, and the rest", async () => {
      const steps = new Set<number>();
      for (const q of TEXTS) {
        const hits = of(await index.idsOf(q));
        expect(hits.length, q).toBeGreaterThan(0);
        const seen = hits.map((document) => [closeness(document, q, documents), document.quality]);
        const wanted = [...seen].sort(
          ([step = 0, quality = 0], [otherStep = 0, other = 0]) =>
            step - otherStep || other - quality,
        );
        expect(seen, q).toEqual(wanted);
        for (const [step = 0] of seen) steps.add(step);
      }
      expect([...steps].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it("without a text the best come first", async () => {
      for (const order of [undefined, { _score: "DESC" as const }]) {
        const hits = of((await index.ask({ take: 400, ...(order ? { order } : {}) })).ids);
        const qualities = hits.map(({ quality }) => quality);
        expect(qualities).toEqual([...qualities].sort((a, b) => b - a));
        expect(hits).toHaveLength(documents.length);
      }
    });

    it("any other order is strict, with a text or without, and what lacks the value is last", async () => {
      for (const { order, keys } of ORDERS) {
        for (const q of [undefined, "bánh", "nước mắm", "trà", "bnah trang", "gạo zzqqxx"]) {
          const found = await index.ask({ ...(q ? { q } : {}), order, take: 400 });
          const relevant = await index.ask({ ...(q ? { q } : {}), take: 400 });
          expect([...found.ids].sort(), q).toEqual([...relevant.ids].sort());
          // A value that ran out last night may still hold its place until the document is rewritten.
          const hits = of(found.ids).filter(
            (hit) => hit.stars !== null || hit.stars_until === null,
          );
          expect(inOrder(hits, keys, order), `${q} by ${JSON.stringify(order)}`).toEqual([]);
        }
      }
    });

    it("pages never repeat or lose a document, whatever the order", async () => {
      const orders = [undefined, ...ORDERS.map(({ order }) => order)];
      for (const order of orders) {
        for (const q of [undefined, "h", "trà", "bnah trang"]) {
          const asked = { ...(q ? { q } : {}), ...(order ? { order } : {}) };
          const all = await index.ask({ ...asked, take: 400 });
          const seen: string[] = [];
          for (let skip = 0; skip < (all.count ?? 0); skip += 37) {
            const page = await index.ask({ ...asked, skip, take: 37 });
            expect(page.count).toBe(all.count);
            seen.push(...page.ids);
          }
          expect(new Set(seen).size, `${q}`).toBe(all.count);
          expect(seen).toEqual(all.ids);
        }
      }
    });

    it("a page beyond the last is empty and still counts", async () => {
      for (const q of [undefined, "trà"]) {
        const asked = { ...(q ? { q } : {}), skip: 9_984, take: 16 };
        const { count } = await index.ask(q ? { q } : {});
        expect(await index.ask(asked)).toMatchObject({ ids: [], count });
      }
      const none = await index.ask({ take: 0 });
      expect(none).toMatchObject({ ids: [], count: documents.length });
    });

    it("a hit has only what was asked for", async () => {
      for (const attributes of [["id"], ["card_en", "price_vnd"], ["id", "card_vi", "stars"]]) {
        const { hits } = await index.ask({ q: "mè xửng", attributes });
        expect(hits.length).toBeGreaterThan(0);
        for (const { document } of hits) expect(Object.keys(document)).toEqual(attributes);
      }
      const [hit] = (await index.ask({ filters: { id: "c001" } })).hits;
      expect(hit?.document).toEqual({
        id: "c001",
        card_vi: byId.get("c001")?.card_vi,
        stars: byId.get("c001")?.stars,
      });
    });

    it("counts nothing when no count is wanted, and says so", async () => {
      const options = { count: "none" } as const;
      const found = await index.ask({ q: "trà", options });
      expect(found.count).toBeNull();
      expect(found.ids.length).toBeGreaterThan(5);
    });
  });
}

/** Neighbours that stand in the wrong order; a missing value comes after every other. */
function inOrder(
  hits: CatalogDocument[],
  keys: (keyof CatalogDocument)[],
  order: NonNullable<Asked["order"]>,
): string[] {
  const compare = (a: CatalogDocument, b: CatalogDocument): number => {
    for (const key of keys) {
      const [one, other] = [a[key], b[key]];
      if (one === other) continue;
      if (one === null) return 1;
      if (other === null) return -1;
      return (Number(one) - Number(other)) * (order[key] === "ASC" ? 1 : -1);
    }
    return 0;
  };
  return hits.slice(1).flatMap((hit, place) => {
    const before = hits[place];
    return before && compare(before, hit) > 0 ? [`${before.id} before ${hit.id}`] : [];
  });
}
