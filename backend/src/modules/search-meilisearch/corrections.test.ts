import { describe, expect, it } from "vitest";
import { correct, type Lookup } from "./corrections";

/** An index that holds these documents' words, all of them names; asked as the real one is. */
function indexOf(documents: string[][]): Lookup {
  const terms = new Map<string, number>();
  for (const word of documents.flat()) terms.set(word, (terms.get(word) ?? 0) + 1);
  const has = (document: string[], expression: string): boolean => {
    if (expression.startsWith("(")) {
      const isAll = expression.includes(") AND (");
      const parts = expression.slice(1, -1).split(isAll ? ") AND (" : ") OR (");
      return isAll
        ? parts.every((part) => has(document, part))
        : parts.some((part) => has(document, part));
    }
    const values = [...expression.matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value);
    // Words of titles and names are marked where they count by their beginnings.
    return expression.includes("STARTS WITH")
      ? document.some((word) => `=${word}`.startsWith(values[0] ?? ""))
      : values.some((value) => document.includes(value));
  };
  return {
    counts: async (expressions) =>
      expressions.map((each) => documents.filter((document) => has(document, each)).length),
    similar: async () => [...terms].map(([word, count]) => ({ word, documents: count })),
  };
}

const asked = (text: string, lastIsPrefix = false) => ({ words: text.split(" "), lastIsPrefix });

describe("correct", () => {
  const lookup = indexOf([
    ["banh", "trang"],
    ["banh", "da"],
    ["binh", "thuan"],
    ["giay", "do"],
    ["turmeric"],
  ]);
  const read = async (text: string) => {
    const found = await correct(lookup, asked(text));
    return found && { kind: found.kind, words: found.query.words.join(" "), out: found.leftOut };
  };

  it("takes the nearest word, then the one that more documents have", async () => {
    expect(await read("bznh trang")).toEqual({ kind: "corrected", words: "banh trang", out: [] });
    expect(await read("turmreic")).toEqual({ kind: "corrected", words: "turmeric", out: [] });
  });

  it("a word without its space is told apart", async () => {
    expect(await read("giaydo")).toEqual({ kind: "corrected", words: "giay do", out: [] });
  });

  it("leaves out what nothing has, and then what stands at the end", async () => {
    expect(await read("qzx giay do")).toEqual({ kind: "fewer_words", words: "giay do", out: [0] });
    expect(await read("banh da do")).toEqual({ kind: "fewer_words", words: "banh da", out: [2] });
  });

  it("is silent when nothing is left", async () => {
    expect(await read("qqqq zzzz")).toBeNull();
  });

  it("only a last word that was typed so may go on", async () => {
    const kept = await correct(lookup, asked("qzx giay d", true));
    expect(kept?.query).toEqual({ words: ["giay", "d"], lastIsPrefix: true });
    const replaced = await correct(lookup, asked("turmreic", true));
    expect(replaced?.query.lastIsPrefix).toBe(false);
  });
});
