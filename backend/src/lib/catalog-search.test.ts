import { catalogQuery } from "@cho-lang/shared/contracts/catalog";
import type { RemoteQueryFunction, SearchTypes } from "@medusajs/framework/types";
import { describe, expect, it } from "vitest";
import { foundNothing, searchCatalog } from "./catalog-search";
import type { EngineReading } from "./search-reading";

const asTyped: EngineReading = {
  kind: "as_typed",
  read_as: "cà phê",
  left_out: [],
  terms: ["ca"],
  prefix: "ph",
};

type Asked = SearchTypes.SearchQuery;

/** A stand-in for query.search that answers one hit, and keeps what it was asked. */
function engine(
  answer: {
    reading?: EngineReading | null;
    kinds?: number;
    hits?: number;
    /** What the second question, for another text, is answered. */
    instead?: EngineReading | Error;
  } = {},
) {
  const asked: Asked[] = [];
  const card = (title: string) => JSON.stringify({ id: "p1", title });
  const document = {
    id: "p1",
    card_vi: card("Cà phê"),
    card_en: card("Coffee"),
    stars: 4,
    location: { lat: 21.0285, lng: 105.8542 },
  };
  const { reading = asTyped, kinds = 1, hits = 1 } = answer;
  const search = async (query: Asked) => {
    asked.push(query);
    const isSecond = asked.length > 1;
    if (isSecond && answer.instead instanceof Error) throw answer.instead;
    const told = isSecond ? { reading: answer.instead ?? null, suggestions: [] } : undefined;
    return {
      search_result: {
        hits: Array.from({ length: hits }, () => ({ id: "p1", document })),
        metadata: { skip: 0, take: 24, count: hits },
        facets: { kind: { type: "value", values: [{ value: "product", count: kinds }] } },
        provider_metadata: told ?? { reading, suggestions: ["a", "b", "c", "d"] },
      },
    };
  };
  return { asked, query: { search } as unknown as Pick<RemoteQueryFunction, "search"> };
}

const wish = (over: object = {}) => catalogQuery.parse({ q: "ca ph", ...over });

describe("the catalog's answer", () => {
  it("says how the text was read, without the engine's own words, and marks titles by it", async () => {
    const { query } = engine();
    const answer = await searchCatalog(query, wish());
    expect(answer.reading).toEqual({ kind: "as_typed", read_as: "cà phê", left_out: [] });
    expect(answer.hits[0]?.title_marks).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(answer.suggestions).toEqual(["a", "b", "c"]);
    expect(answer).toMatchObject({ engine: "search-postgres", degraded: false });
  });

  it("marks nothing without a text, and measures nothing without a place", async () => {
    const { query, asked } = engine({ reading: null });
    const answer = await searchCatalog(query, wish({ q: "" }));
    expect(answer.reading).toBeNull();
    expect(answer.hits[0]).toMatchObject({ title_marks: [], distance_km: null });
    expect(asked[0]?.fields).not.toContain("location");
  });

  it("tells the distance from a place, and passes the circle on", async () => {
    const { query, asked } = engine();
    const near = { lat: 21.0285, lng: 106.8542 };
    const answer = await searchCatalog(query, wish({ near, radius_km: 200, sort: "distance" }));
    expect(answer.hits[0]?.distance_km).toBe(103.8);
    expect(asked[0]?.search_options?.provider_options?.["search-postgres"]).toEqual({
      disjunctive: true,
      near: { ...near, radius_km: 200 },
      sort_by_distance: true,
    });
  });
});

describe("another text that may have been meant", () => {
  const weak = { q: "sac da" };

  it("is asked of PostgreSQL once, for a text that finds little and no title", async () => {
    const { query, asked } = engine({
      instead: { ...asTyped, kind: "corrected", read_as: "sắc đá" },
    });
    const { suggestions } = await searchCatalog(query, wish(weak));
    expect(suggestions).toEqual(["a", "b", "c"]);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({
      entity: "catalog",
      search_options: { count: "none", provider_options: { "search-postgres": { instead: true } } },
    });
  });

  it("is not asked for where titles have the text, on later pages, or after a correction", async () => {
    for (const [over, answer] of [
      [{}, {}],
      [{ ...weak, page: 2 }, {}],
      [{ ...weak, q: "sa" }, {}],
      [weak, { hits: 6 }],
      [weak, { reading: { ...asTyped, kind: "corrected" as const } }],
      [{ q: "" }, { reading: null }],
    ] as const) {
      const { query, asked } = engine(answer);
      await searchCatalog(query, wish(over));
      expect(asked, JSON.stringify([over, answer])).toHaveLength(1);
    }
  });

  it("never costs a search its answer", async () => {
    const { query } = engine({ instead: new Error("no connection") });
    const answer = await searchCatalog(query, wish(weak));
    expect([answer.count, answer.suggestions]).toEqual([1, ["a", "b", "c"]]);
  });
});

describe("a text without a result", () => {
  const judged = async (answer: Parameters<typeof engine>[0], over: object = {}) => {
    const wanted = wish(over);
    return foundNothing(wanted, await searchCatalog(engine(answer).query, wanted));
  };
  const fewer: EngineReading = { ...asTyped, kind: "fewer_words", left_out: ["xyz"] };

  it("is one that finds nothing of any kind, or only with fewer words", async () => {
    expect(await judged({ hits: 0, kinds: 0 })).toBe(true);
    expect(await judged({ hits: 0, kinds: 0 }, { kind: ["tour"] })).toBe(true);
    expect(await judged({ reading: fewer })).toBe(true);
    expect(await judged({ reading: fewer, hits: 0 }, { province: ["66"] })).toBe(true);
  });

  it("is not one that only the filters or the page keep from its result", async () => {
    expect(await judged({})).toBe(false);
    expect(await judged({ hits: 0, kinds: 1 }, { kind: ["tour"] })).toBe(false);
    expect(await judged({ hits: 0, kinds: 0 }, { province: ["66"] })).toBe(false);
    expect(await judged({ hits: 0, kinds: 0 }, { price_max: 5 })).toBe(false);
    expect(await judged({ hits: 0, kinds: 0 }, { page: 2 })).toBe(false);
    expect(await judged({ hits: 0, kinds: 0, reading: null }, { q: "!" })).toBe(false);
  });
});
