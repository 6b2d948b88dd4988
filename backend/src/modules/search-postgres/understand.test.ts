import { describe, expect, it } from "vitest";
import { readText, type TextQuery } from "./text";
import { type Facts, otherReadings, unmetOf } from "./understand";

const may = { corrects: true, leavesOut: true };

/** Facts about a text from a list of terms with their documents. */
function read(q: string, known: Record<string, number>, options = may) {
  const text = readText(q, true) as TextQuery;
  const { asked, parts } = unmetOf(text);
  const all = Object.entries(known).map(([term, documents]) => ({
    term,
    documents,
    spelling: term,
  }));
  const facts: Facts = {
    has: asked.map(({ word }) => word in known),
    terms: all.filter(({ term }) => parts.includes(term) || term.length > 2),
  };
  return otherReadings(text, facts, options).map(
    ({ kind, text: { words, isPrefix }, leftOut }) => ({
      kind,
      read: `${words.join(" ")}${isPrefix ? "…" : ""}`,
      leftOut,
    }),
  );
}

const corrected = (q: string, known: Record<string, number>) =>
  read(q, known)
    .filter(({ kind }) => kind === "corrected")
    .map((reading) => reading.read);

describe("a text that nothing has", () => {
  it("is tried with the nearest and then the most frequent words", () => {
    expect(corrected("banx", { bang: 3, banh: 9, bank: 3, xanh: 99 })).toEqual([
      "banh",
      "bang",
      "bank",
    ]);
    expect(corrected("mangostean", { mangosteen: 1, mangostin: 50 })).toEqual([
      "mangosteen",
      "mangostin",
    ]);
  });

  it("keeps the words that exist, and a half typed one half typed", () => {
    expect(corrected("bnah tra", { banh: 5, tra: 5 })).toEqual(["banh tra…"]);
    expect(corrected("tra bnah", { banh: 5, tra: 5 })).toEqual(["tra banh"]);
  });

  it("is never corrected in a word of three letters or with a digit", () => {
    expect(corrected("bnh", { banh: 5, anh: 5 })).toEqual([]);
    expect(corrected("st26", { st25: 5, sta: 4, stab: 3 })).toEqual([]);
    expect(corrected("stxx", { st25: 5, stxa: 3, sxx2: 3 })).toEqual(["stxa"]);
  });

  it("is cut in two where both halves exist", () => {
    expect(corrected("gomcham", { gom: 4, cham: 4 })).toEqual(["gom cham"]);
    expect(corrected("st25xa", { st25: 4, xa: 4 })).toEqual(["st25 xa"]);
    expect(corrected("gomx", { gom: 4, x: 4 })).toEqual(["gom"]);
  });

  it("of words that never meet has one of them corrected", () => {
    expect(corrected("mang kho", { mang: 3, kho: 3, mong: 8, cang: 4 })).toEqual([
      "mong kho…",
      "cang kho…",
    ]);
  });

  it("of one such word in two has the two rarest corrected, and none in a long text", () => {
    const known = { mang: 30, khoang: 3, banhh: 4, banh: 9, kho: 1, muoi: 8, mong: 8, khoan: 2 };
    expect(corrected("mang khoang kho banhh", known)).toEqual([
      "mang khoang kho banh",
      "mang khoan kho banhh…",
    ]);
    expect(corrected("mang khoang kho banhh muoi kho mang", known)).toEqual([]);
  });

  it("has two unknown words corrected, and never three", () => {
    expect(corrected("bnah trnag", { banh: 5, trang: 5 })).toEqual(["banh trang"]);
    expect(corrected("bnah trnag mouoi", { banh: 5, trang: 5, muoi: 5 })).toEqual([]);
  });

  it("is decoded first, where documents have nothing but the decoding", () => {
    const known = { nuoc: 5, mam: 5, mem: 9 };
    expect(read("nuowcs mawms", known)[0]).toEqual({
      kind: "corrected",
      read: "nuoc mam",
      leftOut: [],
    });
    expect(read("nuowcs zzqqxx mawms", known)).toEqual([
      { kind: "fewer_words", read: "nuoc mam", leftOut: ["zzqqxx"] },
      { kind: "fewer_words", read: "nuoc", leftOut: ["zzqqxx", "mawms"] },
    ]);
    expect(corrected("nước mawms", known)).toEqual([]);
    expect(corrected("nuowcs mawms", { ...known, mawms: 1 })).toEqual(["nuoc mawms…"]);
  });

  it("tries no more than 24 corrections, the likeliest of both words together first", () => {
    const near = "bcdfghklmn".split("").map((letter) => [`${letter}anh`, 20] as const);
    const tried = corrected("zanh zanh", Object.fromEntries(near));
    expect(tried).toHaveLength(24);
    expect(tried[0]).toBe("banh banh");
  });

  it("is read without what nothing has, then without the last word", () => {
    expect(read("Kẹo zzqqxx dừa wwjjkk", { keo: 1, dua: 1 })).toEqual([
      { kind: "fewer_words", read: "keo dua", leftOut: ["zzqqxx", "wwjjkk"] },
      { kind: "fewer_words", read: "keo", leftOut: ["zzqqxx", "dừa", "wwjjkk"] },
    ]);
    expect(read("zzqqxx dua", { dua: 1 })[0]?.read).toBe("dua…");
    expect(read("zzqqxx", {})).toEqual([]);
  });

  it("is left as it is where nothing may be changed", () => {
    const known = { banh: 1, keo: 1 };
    expect(read("bnah keo", known, { corrects: false, leavesOut: false })).toEqual([]);
    expect(read("bnah keo", known, { corrects: false, leavesOut: true })[0]?.read).toBe("keo…");
  });
});
