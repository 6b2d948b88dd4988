import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { describe, expect, it } from "vitest";
import { chosenFilters, neighbourProvinces, relaxations } from "./chips";
import { readState, searchOf } from "./state";

const facets: CatalogAnswer["facets"] = {
  kind: [],
  region: [{ value: "southeast", label: "Đông Nam Bộ", count: 3 }],
  province: [
    { value: "66", label: "Đắk Lắk", count: 0 },
    { value: "68", label: "Lâm Đồng", count: 5 },
  ],
  group: [{ value: "food", label: "Thực phẩm", count: 2 }],
  subgroup: [{ value: "tea", label: "Chè (trà)", count: 0 }],
  stars: [{ value: "5", label: "5 sao", count: 1 }],
  price: [],
};
const words = {
  text: (q: string) => `“${q}”`,
  stars: (stars: string) => `${stars} sao`,
  price: (min: number | null, max: number | null) => `${min}–${max}`,
  near: "Gần tôi",
  visit: ({ date, party }: { date: string; party: number }) => `${date}: ${party}`,
};
const read = (search: string) => readState(new URLSearchParams(search));

describe("chips of the chosen filters", () => {
  it("name each filter and lead to the page without it", () => {
    const state = read("q=chè&province=66&stars=5&price_max=90000&page=2");
    const chips = chosenFilters(state, { facets, hits: [] }, words);
    expect(chips.map(({ label }) => label)).toEqual(["“chè”", "5 sao", "Đắk Lắk", "null–90000"]);
    expect(chips.map(({ without }) => searchOf(without))[2]).toBe(
      "?q=ch%C3%A8&stars=5&price_max=90000",
    );
  });

  it("take the day of a visit away with its party", () => {
    const state = read("available_on=2026-11-28&party=4&province=66&page=2");
    const [visit] = chosenFilters(state, { facets, hits: [] }, words);
    expect(visit?.label).toBe("2026-11-28: 4");
    expect(visit && searchOf(visit.without)).toBe("?province=66");
  });

  it("take a place away with the order that needs it, and keep any other order", () => {
    const without = (search: string) => {
      const [near] = chosenFilters(read(search), { facets, hits: [] }, words);
      return near && searchOf(near.without);
    };
    expect(without("near=21.03,105.85&sort=distance&page=2")).toBe("");
    expect(without("near=21.03,105.85&sort=price")).toBe("?sort=price");
  });

  it("take the subgroups of a group away with it", () => {
    const [group] = chosenFilters(read("group=food&subgroup=tea"), { facets, hits: [] }, words);
    expect(group && searchOf(group.without)).toBe("");
  });
});

describe("what to relax when nothing is found", () => {
  it("is each filter without which something would be there, most first", () => {
    const state = read("province=66&region=southeast&subgroup=tea");
    expect(relaxations(state, facets)).toEqual([
      { facet: "province", count: 5 },
      { facet: "region", count: 3 },
    ]);
  });
});

describe("neighbours of a province that has nothing", () => {
  const provinces = [
    { value: "01", label: "Hà Nội", count: 9 },
    { value: "12", label: "Lai Châu", count: 1 },
    { value: "25", label: "Phú Thọ", count: 2 },
    { value: "15", label: "Lào Cai", count: 4 },
    { value: "11", label: "Điện Biên", count: 0 },
    { value: "14", label: "Sơn La", count: 0 },
  ];
  const names = (search: string) =>
    neighbourProvinces(read(search), provinces).map(({ label }) => label);

  it("are those of its region that have something, the nearest first", () => {
    expect(names("province=14")).toEqual(["Lào Cai", "Lai Châu", "Phú Thọ"]);
  });

  it("are the nearest of anywhere when its region has nothing", () => {
    expect(names("province=96")).toEqual(["Hà Nội", "Phú Thọ", "Lào Cai", "Lai Châu"]);
  });

  it("are none where no province is chosen", () => {
    expect(names("q=tra")).toEqual([]);
  });

  it("never name a chosen province", () => {
    expect(names("province=11&province=12")).not.toContain("Lai Châu");
  });
});
