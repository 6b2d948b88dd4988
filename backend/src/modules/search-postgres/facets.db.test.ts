import fc from "fast-check";
import { searchDatabase } from "../../../integration-tests/search/database";
import { type SampleDocument, sampleDocuments } from "../../../integration-tests/search/documents";
import {
  matchesText,
  onSampleDay,
  PRICE_STEPS,
  sampleEngine,
  VALUE_FACETS,
} from "../../../integration-tests/search/engine";

const documents = sampleDocuments();

describe("facets", () => {
  searchDatabase("facets");
  const { ask, create, put } = sampleEngine();

  beforeAll(async () => {
    await create();
    await put(documents);
  });

  it("counts of facets are those of a person with a list, on 200 random searches", async () => {
    const pick = <T>(list: T[], most: number) =>
      fc.option(fc.subarray(list, { minLength: 1, maxLength: most }), { nil: undefined, freq: 1 });
    const distinct = (name: (typeof VALUE_FACETS)[number] | "producer") => [
      ...new Set(documents.map((document) => document[name]).filter((value) => value !== null)),
    ];
    const ids = documents.map(({ id }) => id);
    const searches = fc.record({
      q: fc.constantFrom("", "", "", "ca phe", "tra", "hoa", "nuoc mam", "m", "khong co gi"),
      kind: pick(distinct("kind"), 1),
      region: pick(distinct("region"), 3),
      province: pick(distinct("province"), 4),
      group: pick(distinct("group"), 3),
      subgroup: pick(distinct("subgroup"), 4),
      stars: pick(distinct("stars"), 2),
      producer: fc.option(fc.subarray(distinct("producer"), { minLength: 5 }), { nil: undefined }),
      // Tours of a day: few ids, none, or so many that they are hashed.
      id: fc.option(fc.oneof(fc.subarray(ids, { maxLength: 5 }), fc.subarray(ids)), {
        nil: undefined,
        freq: 1,
      }),
      min: fc.constantFrom(undefined, undefined, 0, 50_000, 100_000, 68_000),
      max: fc.constantFrom(undefined, undefined, 99_999, 199_999, 155_000),
    });
    await fc.assert(
      fc.asyncProperty(searches, async ({ q, min, max, ...chosen }) => {
        const filters: Record<string, unknown> = {};
        for (const [name, list] of Object.entries(chosen)) if (list) filters[name] = { $in: list };
        if (min !== undefined || max !== undefined) {
          filters.price_vnd = {
            ...(min === undefined ? {} : { $gte: min }),
            ...(max === undefined ? {} : { $lte: max }),
          };
        }
        const found = await ask({ ...(q ? { q } : {}), filters });
        const passes = (document: SampleDocument, except?: string) =>
          matchesText(document, q) &&
          Object.entries(chosen).every(
            ([name, list]) =>
              name === except ||
              !list ||
              (list as unknown[]).includes(onSampleDay(document)[name as keyof SampleDocument]),
          ) &&
          (except === "price_vnd" ||
            (document.price_vnd >= (min ?? 0) && document.price_vnd <= (max ?? Infinity)));
        const expected = documents.filter((document) => passes(document)).map(({ id }) => id);
        expect([...found.ids].sort()).toEqual(expected);
        expect(found.count).toBe(expected.length);
        for (const name of VALUE_FACETS) {
          const facet = found.facets[name];
          if (facet?.type !== "value") throw new Error("no facet");
          const counts = new Map<string, number>();
          for (const document of documents.filter((each) => passes(each, name))) {
            const value = onSampleDay(document)[name];
            if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
          }
          const shown = facet.values.filter(({ count }) => count > 0);
          expect(new Map(shown.map(({ value, count }) => [value, count]))).toEqual(counts);
        }
        const price = found.facets.price_vnd;
        if (price?.type !== "range") throw new Error("no price facet");
        expect(price.ranges.map(({ count }) => count)).toEqual(
          PRICE_STEPS.map(
            (from, place) =>
              documents.filter(
                (document) =>
                  passes(document, "price_vnd") &&
                  document.price_vnd >= from &&
                  document.price_vnd < (PRICE_STEPS[place + 1] ?? Infinity),
              ).length,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});
