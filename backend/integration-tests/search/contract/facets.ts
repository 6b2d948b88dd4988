import fc from "fast-check";
import { contractDocuments } from "./documents";
import { CONTRACT_DAY, type ContractIndex, type VALUE_FACETS } from "./engine";
import { countByHand, distance, type Narrowed, onDay, passes } from "./reference";

/** Among them texts that are corrected, that lose words and that find nothing. */
const TEXTS = [
  "",
  "",
  "",
  "ca phe",
  "trà",
  "hoa",
  "nuoc mam",
  "m",
  "bánh",
  "hà",
  "bnah trang",
  "mật ong zzqqxx",
  "khongcogi",
];

/** Facets and filters against a person with a list. */
export function defineFacets(index: ContractIndex): void {
  const documents = contractDocuments();
  const today = documents.map((document) => onDay(document, CONTRACT_DAY));

  const distinct = (name: (typeof VALUE_FACETS)[number] | "producer" | "id") => [
    ...new Set(today.map((document) => document[name]).filter((value) => value !== null)),
  ];
  const some = (name: Parameters<typeof distinct>[0], most: number, freq = 2) =>
    fc.option(fc.subarray(distinct(name) as unknown[], { minLength: 1, maxLength: most }), {
      nil: undefined,
      freq,
    });
  const narrowed = fc.record({
    kind: some("kind", 1),
    region: some("region", 3),
    province: some("province", 6),
    group: some("group", 3),
    subgroup: some("subgroup", 6),
    stars: some("stars", 2),
    producer: some("producer", 40, 1),
    // Tours of a day: few ids, none, or so many that an engine may treat them otherwise.
    id: fc.option(
      fc.oneof(fc.subarray(distinct("id"), { maxLength: 5 }), fc.subarray(distinct("id"))),
      { nil: undefined, freq: 1 },
    ),
    min: fc.constantFrom(undefined, undefined, 0, 50_000, 100_000, 68_000, 1_000_000),
    max: fc.constantFrom(undefined, undefined, 49_999, 99_999, 199_999, 155_000, 500_000),
    near: fc.option(
      fc.record({
        lat: fc.constantFrom(21.03, 16.05, 10.78),
        lng: fc.constantFrom(105.85, 108.2, 106.7),
        radius_km: fc.constantFrom(50, 310, 900),
      }),
      { nil: undefined, freq: 1 },
    ),
  });

  describe("facets and filters", () => {
    it("counts are those of a person with a list, on 200 random searches", async () => {
      const sets = new Map<string, string[]>();
      const setOf = async (q: string) => {
        const known = sets.get(q);
        if (known) return known;
        const { ids } = await index.ask({ ...(q ? { q } : {}), take: 400 });
        sets.set(q, ids);
        return ids;
      };
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...TEXTS), narrowed, async (q, wanted) => {
          const set = new Set(await setOf(q));
          const met = today.filter(({ id }) => set.has(id));
          const found = await index.ask({ ...(q ? { q } : {}), ...asked(wanted), take: 400 });
          const expected = met.filter((document) => passes(document, wanted)).map(({ id }) => id);
          expect([...found.ids].sort()).toEqual(expected);
          expect(found.count).toBe(expected.length);
          expect(found.facets).toEqual(countByHand(met, wanted));
        }),
        { numRuns: 200 },
      );
    });

    it("the places that searches look from leave no doubt which side of a circle things are", () => {
      for (const lat of [21.03, 16.05, 10.78]) {
        for (const lng of [105.85, 108.2, 106.7]) {
          for (const radius of [50, 310, 900]) {
            const away = today.map((document) => distance(document, { lat, lng }) ?? 0);
            expect(away.filter((km) => Math.abs(km / radius - 1) < 0.002)).toEqual([]);
          }
        }
      }
    });

    it("both sides of every price step are in their own range", async () => {
      const counts = (await index.ask({ filters: { producer: "ben-sung" } })).facets.price_vnd;
      const maker = today.filter(({ producer }) => producer === "ben-sung");
      expect(counts).toEqual(countByHand(maker, {}).price_vnd);
      const price = async (filter: Record<string, number>) =>
        (await index.ask({ filters: { price_vnd: filter }, take: 400 })).ids.length;
      const most = today.filter(({ price_vnd }) => price_vnd <= 50_000).length;
      expect(await price({ $lte: 50_000 })).toBe(most);
      expect(await price({ $lte: 49_999 })).toBeLessThan(most);
      expect(await price({ $lt: 50_000 })).toBe(await price({ $lte: 49_999 }));
      expect(await price({ $gt: 50_000 })).toBe(today.length - most);
      expect(await price({ $gte: 50_001 })).toBe(today.length - most);
    });

    it("a filter that nothing passes finds nothing and still counts its own facet", async () => {
      const found = await index.ask({ filters: { province: { $in: ["99"] } } });
      expect(found).toMatchObject({ ids: [], count: 0 });
      expect(found.facets.province).toEqual(countByHand(today, {}).province);
      expect(found.facets.kind).toEqual({});
      expect((await index.ask({ filters: { id: { $in: [] } } })).count).toBe(0);
    });

    it("values of filters are only values, whatever signs they have", async () => {
      const evil = [
        "x' OR true --",
        '" OR 1=1',
        '"; DROP',
        "tour}",
        "tour' OR kind = 'product",
        'tour" OR kind = "product',
        "\\",
        '\\" OR id EXISTS OR kind = \\"',
        "tour AND",
        "NOT tour",
        "(tour)",
        "",
        " ",
      ];
      for (const value of evil) {
        for (const filter of [value, { $in: [value] }, [value, "x"]]) {
          const found = await index.ask({ filters: { kind: filter } });
          expect(found.count, value).toBe(0);
          expect((await index.ask({ filters: { producer: filter } })).count, value).toBe(0);
        }
      }
      expect((await index.ask({ filters: { kind: { $in: [...evil, "tour"] } } })).count).toBe(
        today.filter(({ kind }) => kind === "tour").length,
      );
    });

    it("without disjunctive counts a facet's own filter counts too", async () => {
      const { facets } = await index.ask({
        filters: { kind: "tour" },
        options: { provider_options: {} },
      });
      const tours = today.filter(({ kind }) => kind === "tour");
      expect(facets.kind).toEqual({ tour: tours.length });
      expect(facets.province).toEqual(countByHand(tours, {}).province);
    });

    it("stars are gone the morning after their last day, before anybody rewrites them", async () => {
      const clock = index.clock();
      for (const [now, day] of [
        ["2026-11-21T16:59:59Z", "2026-11-21"],
        ["2026-11-21T17:00:00Z", "2026-11-22"],
        ["2026-11-22T16:59:59Z", "2026-11-22"],
        ["2026-11-22T17:00:00Z", "2026-11-23"],
        ["2026-11-23T17:00:00Z", "2026-11-24"],
        ["2029-12-31T00:00:00Z", "2029-12-31"],
      ] as const) {
        clock.now = new Date(now);
        const then = documents.map((document) => onDay(document, day));
        for (const stars of [3, 4, 5]) {
          const expected = then.filter((each) => each.stars === stars).map(({ id }) => id);
          const found = await index.ask({ filters: { stars: { $in: [stars] } }, take: 400 });
          expect(found.ids.sort(), `${stars} on ${day}`).toEqual(expected);
          expect(found.facets.stars, day).toEqual(countByHand(then, {}).stars);
        }
        const shown = await index.ask({ q: "ruốc", take: 60 });
        for (const { id, document } of shown.hits) {
          expect(document.stars, id).toBe(then.find((each) => each.id === id)?.stars);
        }
        const browsed = await index.ask({ q: "ruốc", filters: { kind: "product" } });
        expect(browsed.facets.stars).toEqual(
          countByHand(
            then.filter(({ id }) => browsed.ids.includes(id)),
            {},
          ).stars,
        );
        const starless = await index.ask({ filters: { stars: null }, take: 400 });
        expect(starless.ids.sort()).toEqual(
          then.filter(({ stars }) => stars === null).map(({ id }) => id),
        );
      }
    });
  });
}

/** What a person wants, as the catalog's route asks an engine for it. */
function asked({ min, max, near, ...chosen }: Narrowed) {
  const filters: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(chosen)) if (list) filters[name] = { $in: list };
  if (min !== undefined || max !== undefined) {
    filters.price_vnd = {
      ...(min === undefined ? {} : { $gte: min }),
      ...(max === undefined ? {} : { $lte: max }),
    };
  }
  return { filters, ...(near ? { near } : {}) };
}
