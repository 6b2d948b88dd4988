import { contractDocuments } from "./documents";
import type { ContractIndex } from "./engine";
import { distance } from "./reference";

const HANOI = { lat: 21.0285, lng: 105.8542 };
const HUE = { lat: 16.4637, lng: 107.5909 };

/** Circles on the map and the order by distance. */
export function definePlaces(index: ContractIndex): void {
  const documents = contractDocuments();
  const byId = new Map(documents.map((document) => [document.id, document]));
  const away = (id: string, near: typeof HANOI) => {
    const document = byId.get(id);
    return document ? distance(document, near) : null;
  };

  describe("places", () => {
    it("a circle holds what is nearer than its radius and nothing without a place", async () => {
      for (const [centre, radius_km] of [
        [HANOI, 10],
        [HANOI, 200],
        [HUE, 1],
        [HUE, 120],
        [HUE, 2000],
      ] as const) {
        const found = await index.ask({ near: { ...centre, radius_km }, take: 400 });
        const expected = documents
          .filter(({ id }) => (away(id, centre) ?? Infinity) <= radius_km)
          .map(({ id }) => id);
        expect(expected.length).toBeGreaterThan(0);
        expect(found.ids.sort()).toEqual(expected);
        expect(found.count).toBe(expected.length);
      }
    });

    it("without a radius a place narrows nothing", async () => {
      expect((await index.ask({ near: HANOI })).count).toBe(documents.length);
    });

    it("nearest first, and what has no place at the end", async () => {
      for (const asked of [{ near: HANOI }, { near: HUE, q: "trà" }, { near: HUE, q: "gốm" }]) {
        const plain = await index.ask({ ...("q" in asked ? { q: asked.q } : {}), take: 400 });
        const found = await index.ask({ ...asked, sort_by_distance: true, take: 400 });
        expect([...found.ids].sort()).toEqual([...plain.ids].sort());
        const distances = found.ids.map((id) => away(id, asked.near) ?? Infinity);
        const wrong = distances.slice(1).filter((km, place) => km < (distances[place] ?? 0) - 0.05);
        expect(wrong).toEqual([]);
        expect(distances.filter(Number.isFinite).length).toBeGreaterThan(2);
        expect(distances.at(-1)).toBe(Infinity);
      }
    });

    it("pages by distance never repeat or lose a document", async () => {
      const asked = { near: HANOI, sort_by_distance: true };
      const all = await index.ask({ ...asked, take: 400 });
      const seen: string[] = [];
      for (let skip = 0; skip < documents.length; skip += 29) {
        seen.push(...(await index.ask({ ...asked, skip, take: 29 })).ids);
      }
      expect(seen).toEqual(all.ids);
      expect(new Set(seen).size).toBe(documents.length);
    });

    it("a circle across the antimeridian or at a pole is still a circle", async () => {
      for (const near of [
        { lat: 16, lng: 179.9, radius_km: 2000 },
        { lat: 16, lng: -179.9, radius_km: 2000 },
        { lat: 90, lng: 0, radius_km: 2000 },
        { lat: -90, lng: 180, radius_km: 2000 },
      ]) {
        expect((await index.ask({ near })).count).toBe(0);
      }
    });

    it("a place is given back as it was put in", async () => {
      const { hits } = await index.ask({ attributes: ["id", "location"], take: 400 });
      expect(hits).toHaveLength(documents.length);
      for (const { id, document } of hits) {
        expect(document.location, id).toEqual(byId.get(id)?.location);
      }
    });
  });
}
