import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedTypos, typosBetween } from "../../lib/typos";
import { deletions, deletionsOfTerm, deletionsOfTyped } from "./deletions";

describe("deletions", () => {
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
