import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVietnamese, fold, foldForSearch, slug, words } from "./vietnamese";

const LOWER =
  "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
const LETTERS = [...LOWER, ...LOWER.toUpperCase()];
const vietnamese = fc
  .array(fc.constantFrom(...LETTERS, " ", ",", ".", "-", "1", "2"), { maxLength: 60 })
  .map((letters) => letters.join(""));

describe("folding", () => {
  it("coffee is coffee with marks, without marks, in capitals and decomposed", () => {
    for (const text of ["cà phê", "ca phe", "CÀ PHÊ", "cà phê".normalize("NFD")]) {
      expect(fold(text)).toBe("ca phe");
    }
  });

  it("every Vietnamese letter becomes exactly one plain letter", () => {
    for (const letter of LETTERS) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.normalize("NFD"))).toBe(fold(letter));
    }
    expect(fold("Đường Ðắk")).toBe("duong dak");
  });

  it("places in the folded text are places in the original", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const composed = text.normalize("NFC");
        expect(fold(text)).toHaveLength(composed.length);
        expect(fold(text.normalize("NFD"))).toBe(fold(composed));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("letters of other languages do no harm", () => {
    expect(fold("Crème Brûlée, señor")).toBe("creme brulee, senor");
    expect(fold("한국 茶 🍵")).toBe("한국 茶 🍵");
    expect(fold("İ")).toHaveLength(1);
  });
});

describe("words and addresses", () => {
  it("signs separate words and never count as one", () => {
    expect(foldForSearch("  Trà (hữu cơ), 100g — hộp/túi!  ")).toBe("tra huu co 100g hop tui");
    expect(words("Nước mắm Phú Quốc")).toEqual(["nuoc", "mam", "phu", "quoc"]);
    expect(words(" ... ")).toEqual([]);
  });

  it("no word is dropped for being short: tơ, ổn and đỏ stay", () => {
    expect(words("đỏ tơ ăn ổn")).toEqual(["do", "to", "an", "on"]);
  });

  it("a name becomes an address without marks or signs", () => {
    expect(slug("Trà Thái Nguyên (hộp 100 g)")).toBe("tra-thai-nguyen-hop-100-g");
    expect(slug("Bà Rịa - Vũng Tàu")).toBe("ba-ria-vung-tau");
    expect(slug("茶")).toBe("");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });

  it("names stand in the order of the Vietnamese alphabet", () => {
    const names = ["Đồng Nai", "Điện Biên", "Đà Nẵng", "Cà Mau", "An Giang", "Bắc Ninh"];
    expect(names.sort(compareVietnamese)).toEqual([
      "An Giang",
      "Bắc Ninh",
      "Cà Mau",
      "Đà Nẵng",
      "Điện Biên",
      "Đồng Nai",
    ]);
    expect(compareVietnamese("Xã 2", "Xã 10")).toBeLessThan(0);
  });
});
