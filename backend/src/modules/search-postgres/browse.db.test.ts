import { searchDatabase } from "../../../integration-tests/search/database";
import { type SampleDocument, sampleDocuments } from "../../../integration-tests/search/documents";
import { sampleEngine } from "../../../integration-tests/search/sample-engine";
import { sql } from "../../lib/sql";

const documents = sampleDocuments();
const DAYS = ["2026-11-22", "2026-12-20", "2027-05-01", "2030-01-01"];

describe("browsing", () => {
  searchDatabase("browse");
  const engine = sampleEngine();
  const { ask, put, remove } = engine;

  beforeEach(async () => {
    engine.clock.now = new Date("2026-11-22T03:00:00Z");
    await engine.create();
    await put(documents);
  });

  /** As a person with a list sorts them on a day; stars whose last day is over are none. */
  const sortedOn = (day: string, list: SampleDocument[]) => {
    const stars = ({ stars, stars_until }: SampleDocument) =>
      stars_until !== null && stars_until >= day ? (stars ?? 0) : 0;
    return [...list]
      .sort((a, b) => stars(b) - stars(a) || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
  };

  it("by stars, expired ones are with those without stars, before anybody rewrites them", async () => {
    for (const day of DAYS) {
      engine.clock.now = new Date(`${day}T03:00:00Z`);
      for (const region of [undefined, "mekong-delta"]) {
        const wanted = documents.filter((document) => !region || document.region === region);
        const asked = { filters: region ? { region } : {}, order: { stars: "DESC" } as const };
        const found = [];
        for (let skip = 0; skip < 63; skip += 7) {
          found.push(...(await ask({ ...asked, skip, take: 7 })).ids);
        }
        expect(found).toEqual(sortedOn(day, wanted));
      }
    }
  });

  it("by stars, expired ones are also last among what a text finds", async () => {
    engine.clock.now = new Date("2027-05-01T03:00:00Z");
    const { ids } = await ask({ q: "cà phê", order: { stars: "DESC" } });
    const found = documents.filter(({ id }) => ids.includes(id));
    expect(ids.length).toBeGreaterThan(4);
    expect(ids).toEqual(sortedOn("2027-05-01", found));
  });

  it("stars without a last day count as none everywhere", async () => {
    const timeless = { ...(documents[0] as SampleDocument), stars: 5, stars_until: null };
    await put([{ ...timeless, id: "timeless" }]);
    const all = [...documents, { ...timeless, id: "timeless" }];
    const { ids } = await ask({ order: { stars: "DESC" }, skip: 40 });
    expect(ids).toEqual(sortedOn("2026-11-22", all).slice(40));
    expect((await ask({ filters: { stars: 5 } })).ids).not.toContain("timeless");
  });

  it("what the last counts foretold never changes what is found", async () => {
    const filters = { region: "north-central", group: "herbal" };
    const herbal = documents.filter(
      ({ region, group }) => region === filters.region && group === filters.group,
    );
    for (let time = 0; time < 2; time += 1) {
      const { ids, count } = await ask({ filters });
      expect([ids, count]).toEqual([herbal.map(({ id }) => id), herbal.length]);
    }
    // Few became many, and many none, since they were counted.
    const many = documents.map((document) => ({ ...document, ...filters }));
    await put(many);
    for (let time = 0; time < 2; time += 1) {
      const { ids, count } = await ask({ filters, order: { price_vnd: "ASC" } });
      expect([ids.length, count]).toEqual([60, 60]);
    }
    await remove(many.slice(1).map(({ id }) => id));
    for (let time = 0; time < 2; time += 1) {
      const { ids, count } = await ask({ filters });
      expect([ids, count]).toEqual([[many[0]?.id], 1]);
    }
  });

  it("reads a page from the index of its order alone", async () => {
    await put(
      Array.from({ length: 3000 }, (_, number) => ({
        ...(documents[number % 60] as SampleDocument),
        id: `more-${number}`,
      })),
    );
    await sql().unsafe(`VACUUM ANALYZE search."documents_sample_v1"`);
    const rows = await sql().unsafe(`EXPLAIN SELECT d.id FROM search."documents_sample_v1" d
      WHERE region = 'mekong-delta' AND "group" = 'food' AND stars_until >= '2026-11-22' AND stars = 4
      ORDER BY d.price_vnd NULLS LAST, d.id NULLS LAST LIMIT 24`);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Only Scan/);
  });
});
