import { describe, expect, it } from "vitest";
import { PARAMETERS } from "./parameters";
import {
  canonicalSearch,
  countFilters,
  EMPTY_STATE,
  isIndexable,
  readRange,
  readState,
  searchOf,
  sortsOf,
  withChange,
  withoutValue,
} from "./state";

const read = (search: string) => readState(new URLSearchParams(search));

describe("the address of the catalog", () => {
  it("says the same whether values are repeated or joined by commas", () => {
    expect(read("stars=4&stars=5").stars).toEqual(["4", "5"]);
    expect(read("stars=4,5,4").stars).toEqual(["4", "5"]);
  });

  it("takes empty fields of a form for not asked", () => {
    expect(read("q=&price_min=&price_max=&sort=relevance&region=")).toEqual(EMPTY_STATE);
    expect(searchOf(read("q=&price_min=&price_max=&sort=relevance"))).toBe("");
  });

  it("understands prices as people write them", () => {
    expect(read("price_min=20.000 ₫&price_max=1 500 000").price_min).toBe(20_000);
    expect(read("price_max=1,500,000đ").price_max).toBe(1_500_000);
  });

  it("takes neither words nor fractions nor debts for a price", () => {
    for (const text of ["rẻ", "1.5", "12.00", "-5", "1e9"]) {
      expect(read(`price_min=${text}`).price_min).toBeNaN();
    }
  });

  it("turns two prices that stand in the wrong order", () => {
    const { price_min, price_max } = read("price_min=500000&price_max=100000");
    expect([price_min, price_max]).toEqual([100_000, 500_000]);
  });

  const everything = read(
    "q=cà phê&stars=4&group=food&subgroup=tea&region=mekong-delta&province=66" +
      "&price_min=50000&price_max=90000&producer=htx-mo&village=bat-trang" +
      "&available_on=2026-11-28&party=4&near=21.03,105.85&sort=-price&page=3",
  );

  it("comes back unchanged from its own address", () => {
    expect(read(searchOf(everything))).toEqual(everything);
  });

  it("says everything in the order in which the page's script says it", () => {
    const names = [...new URLSearchParams(searchOf(everything)).keys()];
    expect(names).toEqual([...PARAMETERS, "page"]);
  });

  it("takes the day of a visit as people write it, and a party only with a day", () => {
    expect(searchOf(read("available_on=28/11/2026&party=4"))).toBe(
      "?available_on=2026-11-28&party=4",
    );
    expect(searchOf(read("available_on=2026-11-28"))).toBe("?available_on=2026-11-28&party=2");
    expect(searchOf(read("available_on=&party=4"))).toBe("");
  });

  it("rounds a place to about a kilometre, and orders by distance only around one", () => {
    expect(searchOf(read("near=21.028511, 105.854&sort=distance"))).toBe(
      "?near=21.03%2C105.85&sort=distance",
    );
    expect(read("sort=distance").sort).toBe("relevance");
    expect(sortsOf(read("near=21,105"))[0]).toBe("distance");
    expect(sortsOf(read(""))).not.toContain("distance");
  });

  it("goes back to the first page when a filter changes", () => {
    expect(withChange(read("page=4&stars=3"), { stars: ["4"] }).page).toBe(1);
    expect(withChange(read("stars=3"), { page: 2 }).page).toBe(2);
  });

  it("takes a group's subgroups away with the group", () => {
    const state = read("group=food&group=beverage&subgroup=tea&subgroup=water");
    const next = withoutValue(state, "group", "food", (group) => (group === "food" ? ["tea"] : []));
    expect(next.group).toEqual(["beverage"]);
    expect(next.subgroup).toEqual(["water"]);
  });

  it("drops what has no meaning from the canonical address", () => {
    expect(canonicalSearch("?utm_source=zalo&stars=4&page=1&sort=relevance")).toBe("?stars=4");
  });
});

describe("price ranges", () => {
  it("may be open at either end", () => {
    expect(readRange("0-99999")).toEqual({ price_min: null, price_max: 99_999 });
    expect(readRange("500000-")).toEqual({ price_min: 500_000, price_max: null });
  });
});

describe("what search engines may list", () => {
  it("is the whole catalog and each single filter, on any page", () => {
    expect(isIndexable(read(""))).toBe(true);
    expect(isIndexable(read("province=66&page=2"))).toBe(true);
  });

  it("is no combination, no search text and no other order", () => {
    expect(isIndexable(read("province=66&stars=4"))).toBe(false);
    expect(isIndexable(read("q=tra"))).toBe(false);
    expect(isIndexable(read("sort=price"))).toBe(false);
    expect(isIndexable(read("near=21,105"))).toBe(false);
    expect(isIndexable(read("available_on=2026-11-28"))).toBe(false);
  });

  it("counts a price once, however many ends it has", () => {
    expect(countFilters(read("price_min=1&price_max=2&stars=4"))).toBe(2);
  });
});
