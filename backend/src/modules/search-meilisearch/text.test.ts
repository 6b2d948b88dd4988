import { describe, expect, it } from "vitest";
import { LEAD_WORDS, NAMES } from "./layout";
import { hasAllWords, hasWord, stepsOf, termsOf } from "./text";

const asked = (text: string, lastIsPrefix = false) => ({ words: text.split(" "), lastIsPrefix });

describe("words of a text", () => {
  it("are met as they stand, joined with a neighbour, or by a synonym of their phrase", () => {
    const first = hasWord(asked("ca phe sua"), 0);
    expect(first).toContain(`_words IN ["ca", "caphe"]`);
    expect(first).toMatch(/_names IN \[.*"=coffee", "~coffee"/);
    expect(first).toContain(`_names STARTS WITH "~coffee_"`);
    expect(hasAllWords(asked("sen"))).toBe(`_words = "sen"`);
  });

  it("are met half in titles, and in names as far as that is known", () => {
    const last = hasWord(asked("ca phe sua", true), 2);
    expect(last).toContain(`_names STARTS WITH "=sua"`);
    expect(last).toContain(`_names STARTS WITH "~phe_sua"`);
    expect(last).not.toContain(`"~sua"`);
    expect(hasWord({ ...asked("ca phe sua", true), inNames: true }, 2)).toContain(`"~sua"`);
    expect(hasAllWords(asked("sen", true), LEAD_WORDS)).toBe(
      `(_lead_words = "sen") OR (_lead_words STARTS WITH "sen")`,
    );
    expect(hasAllWords(asked("hue"), NAMES)).toBe(`_names IN ["=hue", "+hue", "~hue"]`);
  });

  it("make steps of which a title's loosest still needs all words", () => {
    const steps = stepsOf(asked("cao ha", true));
    expect(steps).toHaveLength(6);
    expect(steps[3]).toContain(hasAllWords(asked("cao ha", true)));
  });

  it("tell marks what they met", () => {
    const { terms, prefix } = termsOf(asked("ca phe", true));
    expect(terms).toEqual(expect.arrayContaining(["ca", "coffee"]));
    expect(prefix).toBe("phe");
    expect(termsOf(asked("ca phe")).terms).toContain("phe");
  });
});
