import { describe, expect, it } from "vitest";
import { seasonRanges } from "./season";

describe("the season in words", () => {
  it("joins months that follow each other", () => {
    expect(seasonRanges([5, 6, 7, 8])).toEqual([[5, 8]]);
    expect(seasonRanges([2, 9, 10])).toEqual([
      [2, 2],
      [9, 10],
    ]);
  });

  it("runs over the new year", () => {
    expect(seasonRanges([11, 12, 1, 5])).toEqual([
      [5, 5],
      [11, 1],
    ]);
  });

  it("is the whole year when every month is named", () => {
    expect(seasonRanges([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toEqual([[1, 12]]);
  });

  it("is nothing without months", () => {
    expect(seasonRanges([])).toEqual([]);
  });
});
