import { describe, expect, it } from "vitest";
import { pageNumbers } from "./page-numbers";

describe("numbers under a list", () => {
  it("first, last and neighbours are shown, gaps are said", () => {
    expect(pageNumbers(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
    expect(pageNumbers(1, 2)).toEqual([1, 2]);
    expect(pageNumbers(3, 4)).toEqual([1, 2, 3, 4]);
  });
});
