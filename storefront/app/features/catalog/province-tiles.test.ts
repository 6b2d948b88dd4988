import { ISLANDS } from "@cho-lang/shared/geography";
import { describe, expect, it } from "vitest";
import { goldOf, TILES } from "./province-tiles";

describe("the gold of a province on the map", () => {
  it("grows in four even steps up to the richest", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 9].map((count) => goldOf(count, 9))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4,
    ]);
  });

  it("is none where there is nothing, also when nothing is anywhere", () => {
    expect(goldOf(0, 9)).toBe(0);
    expect(goldOf(0, 0)).toBe(0);
  });

  it("stays light when all have one", () => {
    expect(goldOf(1, 1)).toBe(1);
    expect(goldOf(4, 4)).toBe(4);
  });
});

describe("the map of provinces", () => {
  it("is read from north to south and has every tile once, islands beside the coast", () => {
    expect(TILES).toHaveLength(34);
    expect(TILES[0]?.name_vi).toBe("Lai Châu");
    expect(TILES.at(-1)?.name_vi).toBe("Cần Thơ");
    const places = [...TILES, ...ISLANDS].map(({ tile }) => tile.join());
    expect(new Set(places).size).toBe(36);
  });

  it("has eight columns and sixteen rows, as the sheet of styles says", () => {
    expect(Math.max(...TILES.map(({ tile }) => tile[0]))).toBe(6);
    expect(Math.max(...TILES.map(({ tile }) => tile[1]))).toBe(15);
  });
});
