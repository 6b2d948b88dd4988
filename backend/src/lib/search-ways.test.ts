import { describe, expect, it } from "vitest";
import { begunInTitles, synonymsInNames, synonymsOf, waysOf } from "./search-ways";

const waysIn = (text: string, { lastIsPrefix = true, inNames = false } = {}) =>
  waysOf({ words: text.split(" "), lastIsPrefix, inNames });

describe("what counts as the words of a text", () => {
  it("a whole word counts anywhere, alone or as one with its neighbour", () => {
    const [first, last] = waysIn("gom cham", { lastIsPrefix: false });
    expect(first?.anywhere).toEqual(expect.arrayContaining(["gom", "gomcham"]));
    expect(last?.anywhere).toEqual(["cham", "gomcham"]);
    expect(last?.begun).toEqual([]);
  });

  it("in names two words count side by side, and one that is the whole name", () => {
    const [first, last] = waysIn("ha giang", { lastIsPrefix: false });
    expect(first?.named).toEqual(expect.arrayContaining(["=ha", "~ha", "~ha_giang"]));
    expect(last?.named).toEqual(expect.arrayContaining(["=giang", "~giang", "~ha_giang"]));
    // What is only typed as one is not looked for as two of a name.
    expect(waysIn("hagiang")[0]?.named).toEqual(["=hagiang", "+hagiang", "~hagiang"]);
  });

  it("only the last may be half typed: in titles, and in names beside the word before it", () => {
    const [first, middle, last] = waysIn("cao ha gi");
    expect(first?.begun).toEqual([]);
    expect(middle?.begun).toEqual(["=hagi", "~ha_gi"]);
    expect(last?.begun).toEqual(["=hagi", "~ha_gi", "=gi"]);
  });

  it("half a name counts by itself when nothing is called so", () => {
    expect(waysIn("cao nguy", { inNames: true })[1]?.begun).toContain("~nguy");
    expect(waysIn("cao nguy")[1]?.begun).not.toContain("~nguy");
  });

  it("only who types nothing else may have begun the second of two words written as one", () => {
    expect(waysIn("caph")[0]?.begun).toEqual(["=caph", "+caph"]);
    expect(waysIn("ca phee")[1]?.begun).not.toContain("+phee");
    expect(waysIn("caph").map(begunInTitles)).toEqual([["caph"]]);
    expect(waysIn("ca ph", { inNames: true }).map(begunInTitles)).toEqual([
      ["caph"],
      ["caph", "ph"],
    ]);
  });

  it("a synonym counts for every word of its phrase", () => {
    const [first, second, third] = waysIn("mat ong rung");
    expect(first?.synonyms).toEqual(["honey"]);
    expect(second?.synonyms).toEqual(["honey"]);
    expect(third?.synonyms).toEqual([]);
    expect(synonymsOf(["mat", "ong"])).toContainEqual({ from: 0, to: 2, synonym: "honey" });
  });

  it("a synonym of several words counts anywhere, one of a single word in titles and names", () => {
    const [honey] = waysIn("honey");
    expect(honey?.anywhere).toEqual(["honey", "mat_ong"]);
    expect(honey?.named).toEqual(expect.arrayContaining(["=mat_ong", "~mat_ong"]));
    const [tea] = waysIn("tea");
    expect(tea?.anywhere).toEqual(["tea"]);
    expect(tea && synonymsInNames(tea)).toEqual({
      named: ["=tra", "~tra", "=che", "~che"],
      begun: ["~tra_", "~che_"],
    });
  });
});
