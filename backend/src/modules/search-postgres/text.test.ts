import { describe, expect, it } from "vitest";
import { documentText, textQuery } from "./text";

describe("what a shopper types", () => {
  it("means the same with marks, without, in capitals and decomposed", () => {
    const asked = ["cà phê", "ca phe", "CÀ PHÊ", "cà phê".normalize("NFD"), " cà,  phê! "];
    for (const text of asked) {
      expect(textQuery(text, true)?.tsquery).toBe("'ca' & 'phe':*");
    }
  });

  it("is nothing when it holds no letter and no digit", () => {
    for (const text of [undefined, "", "   ", "!!! '&|:*", "\\"]) {
      expect(textQuery(text, true)).toBeNull();
    }
  });

  it("never becomes an operator of the query language", () => {
    expect(textQuery("a' | 'b:* & !c <-> d\\", true)?.tsquery).toBe("'a' & 'b' & 'c' & 'd':*");
  });

  it("is cut where nobody types on", () => {
    const query = textQuery(`${"x".repeat(5000)} ${"y ".repeat(100)}`, false);
    expect(query?.tsquery.split(" & ")).toHaveLength(20);
    expect(query?.tsquery.length).toBeLessThan(300);
  });
});

describe("the words of a document", () => {
  it("keep every short word of Vietnamese: đỏ, tơ, ăn, ổn", () => {
    expect(documentText(["Gạo đỏ"], ["tơ tằm, ăn là ổn"]).words).toEqual(
      expect.arrayContaining(["gao", "do", "to", "tam", "an", "la", "on"]),
    );
  });

  it("join two neighbours of the title, so that caphe finds it", () => {
    expect(documentText(["Cà phê bột"], ["mật ong"]).leadWords).toEqual([
      "ca",
      "phe",
      "bot",
      "caphe",
      "phebot",
    ]);
  });
});
