import { describe, expect, it } from "vitest";
import { documentText, namesQueryOf, readText, titlesQueryOf, tsqueryOf } from "./text";

function tsquery(text: string): string | null {
  const query = readText(text, true);
  return query && tsqueryOf(query);
}

describe("what a shopper types", () => {
  it("means the same with marks, without, in capitals and decomposed", () => {
    const asked = ["cà phê", "ca phe", "CÀ PHÊ", "cà phê".normalize("NFD"), " cà,  phê! "];
    expect(tsquery("ca phe")).toMatch(
      /^\('ca' \| 'caphe' .*\) & \('phe' \| 'caphe' .* '~ca_phe':\* \| '=phe':\*.*\)$/,
    );
    for (const text of asked) {
      expect(tsquery(text)).toBe(tsquery("ca phe"));
    }
  });

  it("is nothing when it holds no letter and no digit", () => {
    for (const text of [undefined, "", "   ", "!!! '&|:*", "\\"]) {
      expect(readText(text, true)).toBeNull();
    }
  });

  it("never becomes an operator of the query language", () => {
    expect(tsquery("a' | 'b:* & !c")).toBe(
      "('a' | 'ab') & ('b' | 'ab' | 'bc' | '=bc':* | '~b_c':*) & " +
        "('c' | 'bc' | '=bc':* | '~b_c':* | '=c':*)",
    );
  });

  it("is cut where nobody types on", () => {
    const query = readText(`${"x".repeat(5000)} ${"y ".repeat(100)}`, false);
    expect(query?.words).toHaveLength(20);
    expect(query?.words[0]).toHaveLength(100);
  });

  it("is kept as it was typed, word by word", () => {
    const query = readText(" Nước  MẮM,nhĩ! ", true);
    expect(query?.words).toEqual(["nuoc", "mam", "nhi"]);
    expect(query?.typed).toEqual(["Nước", "MẮM", "nhĩ"]);
    expect(readText("nước mắm".normalize("NFD"), true)?.typed).toEqual(["nước", "mắm"]);
  });

  it("is met by other names of the thing, word for word", () => {
    expect(tsquery("chè sen")).toMatch(
      /^\('che' \| 'chesen' .*'=tra'.*\) & \('sen' \| 'chesen' .*'=sen':\*\)$/,
    );
    expect(readText("honey", true)?.synonyms).toContain("mat ong");
    expect(tsquery("honey")).toMatch(/'honey' \| 'mat_ong' .*'=honey':\*/);
    // Half a phrase is not the phrase.
    expect(readText("mật", true)?.synonyms).toEqual([]);
  });
});

describe("the tsqueries of a text", () => {
  const text = readText("honey hu", true);
  if (!text) throw new Error("There are words");

  it("count half a name only where nothing is called so", () => {
    expect(tsqueryOf(text)).not.toContain("'~hu':*");
    expect(tsqueryOf(text, true)).toContain("'~hu':*");
    expect(tsqueryOf(text, true)).toContain("'~honey_hu':*");
  });

  it("tell titles and names from what is told freely", () => {
    expect(namesQueryOf(text)).toMatch(/^\('=honey' \| .*'=mat_ong'.*\) & \('=hu' \|.*'=hu':\*\)$/);
    expect(titlesQueryOf(text)).toMatch(/^\('honey' \| .*'mat_ong'.*\) & \('hu' \| .*'hu':\*\)$/);
  });
});

describe("the text of a document", () => {
  it("holds its words marked and unmarked, and its titles fenced by line breaks", () => {
    const { lead, words } = documentText(["Chè sen", ""], ["Huế"], ["Chè sen", "", "Huế"]);
    expect(lead).toBe("\nche sen\n");
    expect(words).toEqual(
      expect.arrayContaining(["=che", "=sen", "+chesen", "~hue", "che", "chesen", "hue"]),
    );
  });

  it("keeps its diacritics for corrections", () => {
    expect(
      documentText(["Cà Phê", ""], ["x"], ["Cà Phê".normalize("NFD"), "", "Đắk Lắk!"]).spelt,
    ).toBe("cà phê\nđắk lắk");
  });
});
