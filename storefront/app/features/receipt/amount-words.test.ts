import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords } from "./amount-words.server";

/** Written by hand after the rules: mốt, lăm, lẻ, không trăm; nghìn, triệu, tỷ. */
const VIETNAMESE: [number, string][] = [
  [0, "Không"],
  [1, "Một"],
  [4, "Bốn"],
  [5, "Năm"],
  [10, "Mười"],
  [11, "Mười một"],
  [14, "Mười bốn"],
  [15, "Mười lăm"],
  [20, "Hai mươi"],
  [21, "Hai mươi mốt"],
  [24, "Hai mươi bốn"],
  [25, "Hai mươi lăm"],
  [55, "Năm mươi lăm"],
  [91, "Chín mươi mốt"],
  [100, "Một trăm"],
  [101, "Một trăm lẻ một"],
  [104, "Một trăm lẻ bốn"],
  [105, "Một trăm lẻ năm"],
  [110, "Một trăm mười"],
  [111, "Một trăm mười một"],
  [115, "Một trăm mười lăm"],
  [121, "Một trăm hai mươi mốt"],
  [999, "Chín trăm chín mươi chín"],
  [1000, "Một nghìn"],
  [1001, "Một nghìn không trăm lẻ một"],
  [1005, "Một nghìn không trăm lẻ năm"],
  [1015, "Một nghìn không trăm mười lăm"],
  [1100, "Một nghìn một trăm"],
  [10_010, "Mười nghìn không trăm mười"],
  [21_000, "Hai mươi mốt nghìn"],
  [25_021, "Hai mươi lăm nghìn không trăm hai mươi mốt"],
  [105_000, "Một trăm lẻ năm nghìn"],
  [145_000, "Một trăm bốn mươi lăm nghìn"],
  [1_000_000, "Một triệu"],
  [1_000_001, "Một triệu không trăm lẻ một"],
  [1_005_000, "Một triệu không trăm lẻ năm nghìn"],
  [1_050_500, "Một triệu không trăm năm mươi nghìn năm trăm"],
  [12_345_678, "Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"],
  [100_000_021, "Một trăm triệu không trăm hai mươi mốt"],
  [2_000_000_000, "Hai tỷ"],
  [1_000_000_005, "Một tỷ không trăm lẻ năm"],
  [1_015_000_000, "Một tỷ không trăm mười lăm triệu"],
  [1_500_000_000_000, "Một nghìn năm trăm tỷ"],
];

const ONES: Record<string, number> = Object.fromEntries(
  ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"].map((word, digit) => [
    word,
    digit,
  ]),
);

/** Reads words back: another way than the one that wrote them. */
function numberOf(words: string): number {
  let [total, thousands, group] = [0, 0, 0];
  for (const word of words.split(" ")) {
    if (word === "trăm") group *= 100;
    else if (word === "mươi") group += (group % 10) * 9;
    else if (word === "mười") group += 10;
    else if (word === "mốt") group += 1;
    else if (word === "lăm") group += 5;
    else if (word === "nghìn") [thousands, group] = [thousands + group * 1000, 0];
    else if (word === "triệu") [thousands, group] = [thousands + group * 1_000_000, 0];
    else if (word === "tỷ") [total, thousands, group] = [(total + thousands + group) * 1e9, 0, 0];
    else if (word !== "lẻ") group += ONES[word] ?? Number.NaN;
  }
  return total + thousands + group;
}

describe("An amount in words", () => {
  it.each(VIETNAMESE)("%d is read in Vietnamese as people say it", (amount, words) => {
    expect(amountInWords(amount, "vi")).toBe(`${words} đồng`);
  });

  it("is the amount again when the words are read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (amount) => {
        const words = amountInWords(amount, "vi")
          .toLowerCase()
          .replace(/ đồng$/, "");
        expect(numberOf(words)).toBe(amount);
        expect(words).not.toMatch(/một mươi|mươi (một|năm)( |$)|lẻ (mười|\S+ mươi)/);
      }),
    );
  });

  it.each([
    [0, "Zero dong"],
    [21, "Twenty-one dong"],
    [145_000, "One hundred and forty-five thousand dong"],
    [1_000_001, "One million and one dong"],
    [2_000_000_000, "Two billion dong"],
  ])("%d is read in English", (amount, words) => {
    expect(amountInWords(amount, "en")).toBe(words);
  });

  it("below nothing, or with a part of a đồng, is refused", () => {
    expect(() => amountInWords(-1, "vi")).toThrow(RangeError);
    expect(() => amountInWords(0.5, "vi")).toThrow(RangeError);
  });
});
