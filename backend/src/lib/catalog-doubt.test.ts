import { describe, expect, it } from "vitest";
import { isDoubtful } from "./catalog-doubt";

describe("a text that may be a mistake", () => {
  it("finds little, and nothing by its title", () => {
    const titles = ["Trà mãng cầu xiêm", "Cam sành Hàm Yên"];
    expect(isDoubtful("nuoc man", { count: 3, titles })).toBe(true);
    expect(isDoubtful("mangg", { count: 1, titles })).toBe(true);
    expect(isDoubtful("nuoc man", { count: 0, titles: [] })).toBe(true);
  });

  it("is not one that finds enough, or a title", () => {
    expect(isDoubtful("nuoc man", { count: 6, titles: [] })).toBe(false);
    expect(isDoubtful("CAM ham y", { count: 1, titles: ["Cam sành Hàm Yên"] })).toBe(false);
    expect(isDoubtful("ham y cam", { count: 1, titles: ["Cam sành Hàm Yên"] })).toBe(true);
  });

  it("is not one short word, and not a text without words", () => {
    for (const q of ["man", "", "!!"]) expect(isDoubtful(q, { count: 0, titles: [] })).toBe(false);
  });
});
