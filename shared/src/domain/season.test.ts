import { describe, expect, it } from "vitest";
import { isInSeason, parseSeason } from "./season";

describe("seasons", () => {
  it("lychees are in season in May and July but not in April or August", () => {
    const season = parseSeason("5-7");
    expect(season).toEqual([5, 6, 7]);
    expect([4, 5, 7, 8].map((month) => isInSeason(season, month))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("a season may run over the new year", () => {
    const season = parseSeason("12-2");
    expect(season).toEqual([12, 1, 2]);
    expect([11, 12, 1, 2, 3].map((month) => isInSeason(season, month))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it("what has no season is there all year", () => {
    for (let month = 1; month <= 12; month += 1) expect(isInSeason(null, month)).toBe(true);
  });

  it("a season of one month and of the whole year are read, and nonsense is not", () => {
    expect(parseSeason("6")).toEqual([6]);
    expect(parseSeason("1-12")).toHaveLength(12);
    expect(parseSeason("12-11")).toHaveLength(12);
    for (const text of ["", "0-3", "1-13", "mùa hè", "1-2-3"]) expect(parseSeason(text)).toBeNull();
  });
});
