import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { describe, expect, it } from "vitest";
import { monthsUntilSeason, pickAlmanac, pickFresh } from "./rules";

function aHit(facts: Partial<CatalogHit> & { handle: string }): CatalogHit {
  return {
    id: facts.handle,
    kind: "product",
    title: facts.handle,
    title_marks: [],
    producer: { handle: `maker-of-${facts.handle}`, name: "HTX" },
    village: null,
    province: { code: "08", name: "Tuyên Quang" },
    distance_km: null,
    region: "northern-midlands-mountains",
    group: "food",
    subgroup: "fresh",
    stars: 3,
    price_vnd: 30_000,
    unit: "kg",
    unit_price: null,
    in_stock: true,
    season_months: null,
    duration_hours: null,
    thumbnail: { url: "/a.svg", width: 400, height: 480, alt: "" },
    ...facts,
  };
}
const handles = (hits: CatalogHit[]) => hits.map((hit) => hit.handle);

describe("the season almanac", () => {
  it("a season over the new year runs in December and in January", () => {
    const oranges = { season_months: [11, 12, 1, 2] };
    expect(monthsUntilSeason(oranges, 12)).toBe(0);
    expect(monthsUntilSeason(oranges, 1)).toBe(0);
    expect(monthsUntilSeason(oranges, 3)).toBe(8);
  });

  it("goods in season stand first, then those that come soonest", () => {
    const hits = [
      aHit({ handle: "lychee", season_months: [6, 7] }),
      aHit({ handle: "pomelo", season_months: [12, 1] }),
      aHit({ handle: "orange", season_months: [11, 12] }),
    ];
    expect(handles(pickAlmanac(hits, 11))).toEqual(["orange", "pomelo", "lychee"]);
  });

  it("three oranges leave room for a persimmon", () => {
    const now = { season_months: [11] };
    const hits = ["cam-a", "cam-b", "cam-c", "hong-a", "mai-a"].map((handle) =>
      aHit({ handle, title: handle, ...now }),
    );
    const later = Array.from({ length: 6 }, (_, i) =>
      aHit({ handle: `later${i}`, season_months: [5] }),
    );
    const shown = handles(pickAlmanac([...hits, ...later], 11));
    expect(shown.slice(0, 4)).toEqual(["cam-a", "cam-b", "hong-a", "mai-a"]);
  });

  it("goods of all the year have no row", () => {
    const hits = [aHit({ handle: "sauce" }), aHit({ handle: "salt", season_months: [] })];
    expect(pickAlmanac(hits, 11)).toEqual([]);
  });

  it("at most eight rows, half of them in season when the rest can fill", () => {
    const now = Array.from({ length: 9 }, (_, i) =>
      aHit({ handle: `now${i}`, season_months: [11] }),
    );
    const later = Array.from({ length: 9 }, (_, i) =>
      aHit({ handle: `later${i}`, season_months: [5] }),
    );
    expect(pickAlmanac([...now, ...later], 11)).toHaveLength(8);
    expect(
      handles(pickAlmanac([...now, ...later], 11)).filter((h) => h.startsWith("now")),
    ).toHaveLength(4);
    expect(pickAlmanac(now, 11)).toHaveLength(8);
  });
});

describe("fresh goods", () => {
  it("sold out goods and goods without a certificate in force are not shown", () => {
    const hits = [
      aHit({ handle: "sold-out", in_stock: false }),
      aHit({ handle: "expired", stars: null }),
    ];
    expect(pickFresh(hits, 11)).toEqual([]);
  });

  it("what is in season leads, and groups differ while they can", () => {
    const hits = [
      aHit({ handle: "rice" }),
      aHit({ handle: "salt" }),
      aHit({ handle: "vase", group: "handicraft" }),
      aHit({ handle: "honey", season_months: [11] }),
      aHit({ handle: "tea", group: "beverage" }),
    ];
    expect(handles(pickFresh(hits, 11))).toEqual(["honey", "vase", "tea", "rice"]);
  });
});
