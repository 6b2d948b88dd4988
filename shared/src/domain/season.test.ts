import { describe, expect, it } from "vitest";
import { isInSeason } from "./season";

describe("seasons", () => {
  it("lychees are in season in May and July but not in April or August", () => {
    const lychees = [5, 6, 7];
    expect([5, 7].map((month) => isInSeason(lychees, month))).toEqual([true, true]);
    expect([4, 8].map((month) => isInSeason(lychees, month))).toEqual([false, false]);
  });

  it("a season may run over the new year", () => {
    const oranges = [12, 1, 2];
    expect([12, 1, 2].map((month) => isInSeason(oranges, month))).toEqual([true, true, true]);
    expect([11, 3].map((month) => isInSeason(oranges, month))).toEqual([false, false]);
  });

  it("what has no season is there all year", () => {
    for (let month = 1; month <= 12; month += 1) expect(isInSeason(null, month)).toBe(true);
  });
});
