import { describe, expect, it } from "vitest";
import { allowedTypos, halves, typosBetween } from "./typos";

describe("typos", () => {
  it("are forgiven from four letters, two of them from eight, never beside a digit", () => {
    const allowed = ["ong", "phee", "turmric", "turmeric", "x".repeat(24), "x".repeat(25)];
    expect(allowed.map(allowedTypos)).toEqual([0, 1, 1, 2, 2, 0]);
    expect(["st25", "xt2500", "chocolate1", "x٣xxx"].map(allowedTypos)).toEqual([0, 0, 0, 0]);
    // Letters are counted, not their code units.
    expect(allowedTypos("𝐚𝐛𝐜")).toBe(0);
    expect(allowedTypos("𝐚𝐛𝐜𝐝")).toBe(1);
  });

  it.each([
    ["banh", "banh", 0],
    ["bnah", "banh", 1],
    ["bah", "banh", 1],
    ["bannh", "banh", 1],
    ["xanh", "banh", 1],
    ["bahn", "banh", 1],
    ["abnh", "bahn", 2],
    ["ca", "abc", 3],
    ["", "ong", 3],
    ["turmreic", "turmeric", 1],
    ["mengostean", "mangosteen", 2],
  ])("%s is %s but for %i", (one, other, typos) => {
    expect(typosBetween(one, other)).toBe(typos);
    expect(typosBetween(other, one)).toBe(typos);
  });

  it("without a space make a word of two with two letters each, whatever a letter's size", () => {
    expect(halves("caphe")).toEqual([
      ["ca", "phe"],
      ["cap", "he"],
    ]);
    expect(halves("ong")).toEqual([]);
    expect(halves("𝐚𝐛𝐜𝐝")).toEqual([["𝐚𝐛", "𝐜𝐝"]]);
  });
});
