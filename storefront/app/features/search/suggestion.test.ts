import { describe, expect, it } from "vitest";
import { byType, markedParts, type Suggestion, suggestionPath } from "./suggestion";

function aSuggestion(type: Suggestion["type"], value: string): Suggestion {
  const facts = { title_marks: [], note: null, count: null, thumbnail: null };
  return { type, value, title: value, ...facts };
}

describe("where a suggestion leads", () => {
  it("each type has its page", () => {
    const path = (type: Suggestion["type"], value: string) => suggestionPath({ type, value });
    expect(path("product", "che-shan")).toBe("/products/che-shan");
    expect(path("tour", "ngoi-ban-xoay")).toBe("/tours/ngoi-ban-xoay");
    expect(path("producer", "htx-suoi-giang")).toBe("/producers/htx-suoi-giang");
    expect(path("village", "bat-trang")).toBe("/villages/bat-trang");
    expect(path("province", "15")).toBe("/products?province=15");
    expect(path("category", "subgroup=tea")).toBe("/products?subgroup=tea");
    expect(path("category", "group=tourism")).toBe("/tours");
    expect(path("text", "cà phê & trà")).toBe("/products?q=c%C3%A0%20ph%C3%AA%20%26%20tr%C3%A0");
  });

  it("those of one type stand together in the order in which the types came", () => {
    const groups = byType([
      aSuggestion("product", "a"),
      aSuggestion("village", "b"),
      aSuggestion("product", "c"),
    ]);
    expect(groups.map(([type, of]) => [type, of.map(({ value }) => value)])).toEqual([
      ["product", ["a", "c"]],
      ["village", ["b"]],
    ]);
  });
});

describe("what of a title the words met", () => {
  const met = (parts: ReturnType<typeof markedParts>) =>
    parts.map(({ text, isMet }) => (isMet ? `[${text}]` : text)).join("");

  it("is set apart, wherever it stands", () => {
    expect(met(markedParts("Cà phê Arabica Sơn La", [[0, 6]]))).toBe("[Cà phê] Arabica Sơn La");
    expect(met(markedParts("Chè Shan", [[4, 8]]))).toBe("Chè [Shan]");
    const two = markedParts("Nón lá làng Chuông", [
      [0, 3],
      [7, 11],
    ]);
    expect(met(two)).toBe("[Nón] lá [làng] Chuông");
  });

  it("may be nothing or all of it", () => {
    expect(met(markedParts("Mật ong", []))).toBe("Mật ong");
    expect(met(markedParts("Mật ong", [[0, 7]]))).toBe("[Mật ong]");
  });
});
