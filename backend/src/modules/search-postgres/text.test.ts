import { describe, expect, it } from "vitest";
import { documentText, namesQueryOf, readText, tsqueryOf } from "./text";

function tsquery(text: string): string | null {
  const query = readText(text, true);
  return query && tsqueryOf(query);
}

describe("what a shopper types", () => {
  it("means the same with marks, without, in capitals and decomposed", () => {
    const asked = ["cà phê", "ca phe", "CÀ PHÊ", "cà phê".normalize("NFD"), " cà,  phê! "];
    expect(tsquery("ca phe")).toMatch(
      /^\('ca' \| 'caphe':\* .*\) & \('phe':\* \| 'caphe':\* .*\)$/,
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
      "('a' | 'ab') & ('b' | 'ab' | 'bc':*) & ('c':* | 'bc':*)",
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
      /^\('che' \| 'chesen':\* .*'tra'.*\) & \('sen':\* \| 'chesen':\*\)$/,
    );
    expect(readText("honey", true)?.synonyms).toContain("mat ong");
    expect(tsquery("honey")).toMatch(/'honey':\* .*\| 'mat_ong'/);
    // Half a phrase is not the phrase.
    expect(readText("mật", true)?.synonyms).toEqual([]);
  });
});

describe("the words of a document", () => {
  it("keep every short word of Vietnamese: đỏ, tơ, ăn, ổn", () => {
    expect(documentText(["Gạo đỏ"], ["tơ tằm, ăn là ổn"]).words).toEqual(
      expect.arrayContaining(["gao", "do", "to", "tam", "an", "la", "on"]),
    );
  });

  it("join two neighbours of the title, so that caphe finds it", () => {
    expect(documentText(["Hoa đỗ quyên"], ["cúc trắng"]).leadWords).toEqual([
      "hoa",
      "do",
      "quyen",
      "hoado",
      "doquyen",
    ]);
  });

  it("hold names of several words as one, wherever they stand side by side", () => {
    expect(documentText(["Bánh"], ["nhân mật ong rừng"]).words).toContain("mat_ong");
    expect(documentText(["Bánh"], ["mật mía, ong rừng"]).words).not.toContain("mat_ong");
    expect(documentText(["Mật ong"], []).leadWords).toContain("mat_ong");
  });

  it("are told apart from those of titles and names, which say more than a story", () => {
    const names = "Tỉnh Hà Giang | Huế";
    const { words } = documentText(["Chè sen"], ["nhân mật ong", names], ["Chè sen", names]);
    expect(words.filter((word) => word.startsWith("="))).toEqual([
      "=che",
      "=sen",
      "=chesen",
      "=tinhha",
      "=hagiang",
      "=hue",
    ]);
    expect(words).toEqual(expect.arrayContaining(["che", "nhan", "mat_ong", "hue"]));
    const text = readText("honey hu", true);
    expect(text && namesQueryOf(text)).toMatch(
      /^\('=honey' \| .*'=mat_ong'\) & \('=hu':\* \| '=honeyhu':\*\)$/,
    );
  });

  it("keep their diacritics for corrections", () => {
    expect(
      documentText(["Cà Phê", ""], ["x"], ["Cà Phê".normalize("NFD"), "", "Đắk Lắk!"]).spelt,
    ).toBe("cà phê\nđắk lắk");
  });
});
