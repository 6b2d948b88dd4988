import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedTypos, deletions, deletionsOfTerm, deletionsOfTyped, typosBetween } from "./typos";

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

  it("share what is left without as many letters, wherever the wrong one is", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(word, word, (typed, term) => {
        const most = allowedTypos(typed);
        if (most === 0 || typosBetween(typed, term) > most) return;
        const keys = new Set(deletionsOfTyped(typed));
        expect(deletionsOfTerm(term).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it("are not looked for where none is allowed", () => {
    expect(deletionsOfTyped("ong")).toEqual([]);
    expect(deletionsOfTyped("st25")).toEqual([]);
    expect(deletionsOfTerm("st25")).toEqual([]);
    expect(deletionsOfTerm("x".repeat(25))).toEqual([]);
    expect(deletions("ab", 2).sort()).toEqual(["a", "ab", "b"]);
  });
});
