import { words } from "@cho-lang/shared/vietnamese";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, foldedWords, neighbours, typedWords, writtenWords } from "./search-words";

describe("the words of a text for search", () => {
  it("are as many written as folded, whatever somebody pastes", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(text, (pasted) => {
        expect(writtenWords(pasted).map(({ folded }) => folded)).toEqual(words(pasted));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("never end in half a letter", () => {
    const long = `a${"𝐀".repeat(200)}`;
    const all = [cut(long), cut("𝐀𝐁", 3), ...foldedWords(long), ...neighbours([long, long])];
    all.push(...typedWords(long).flatMap(({ written, folded }) => [written, folded]));
    for (const word of all) {
      // A half letter does not survive UTF-8.
      expect(Buffer.from(word).toString()).toBe(word);
      expect(word.length).toBeLessThanOrEqual(100);
    }
    expect(cut("𝐀𝐁", 3)).toBe("𝐀");
    expect(cut("phở", 3)).toBe("phở");
  });

  it("of a query are the first twenty", () => {
    expect(typedWords("y ".repeat(100))).toHaveLength(20);
  });
});
