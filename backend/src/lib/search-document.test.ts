import { describe, expect, it } from "vitest";
import { documentWords } from "./search-document";

describe("the words of a document", () => {
  it("keep every short word of Vietnamese: đỏ, tơ, ăn, ổn", () => {
    expect(documentWords(["Gạo đỏ"], ["tơ tằm, ăn là ổn"], []).words).toEqual(
      expect.arrayContaining(["gao", "do", "to", "tam", "an", "la", "on"]),
    );
  });

  it("join two neighbours of the title, so that caphe finds it", () => {
    const { leads, leadWords } = documentWords(["Hoa đỗ quyên"], ["cúc trắng"], []);
    expect(leads).toEqual([["hoa", "do", "quyen"]]);
    expect(leadWords).toEqual(["hoa", "do", "quyen", "hoado", "doquyen"]);
  });

  it("hold synonyms of several words as one, wherever they stand side by side", () => {
    expect(documentWords(["Bánh"], ["nhân mật ong rừng"], []).words).toContain("mat_ong");
    expect(documentWords(["Bánh"], ["mật mía, ong rừng"], []).words).not.toContain("mat_ong");
    const { leadWords, marked } = documentWords(["Sô cô la"], [], ["Bánh đa nem Hà Giang"]);
    expect(leadWords).toContain("so_co_la");
    expect(marked).toEqual(expect.arrayContaining(["=so_co_la", "~banh_da_nem"]));
  });

  it("are marked in titles and names, which say more than a story", () => {
    const names = "Tỉnh Hà Giang | Huế";
    const { marked, words } = documentWords(["Chè sen"], ["nhân mật ong", names], [names]);
    expect(marked).toEqual(
      ["=che", "=sen", "+chesen"].concat("~tinh_ha", "~ha_giang", "~giang_", "~hue"),
    );
    expect(words).toEqual(expect.arrayContaining(["che", "chesen", "nhan", "mat_ong", "hue"]));
  });

  it("are cut where a pasted word has no end", () => {
    const long = "x".repeat(5000);
    const { marked, words } = documentWords([`${long} ${long}`], [], [`${long} ${long}`]);
    for (const word of [...marked, ...words]) expect(word.length).toBeLessThanOrEqual(101);
    expect(
      documentWords([], [Array.from({ length: 700 }, (_, at) => at).join(" ")], []).words,
    ).toHaveLength(600);
  });
});
