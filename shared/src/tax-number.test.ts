import { describe, expect, it } from "vitest";
import { parseTaxNumber } from "./tax-number";

/** Published by the companies themselves. */
const KNOWN = {
  Viettel: "0100109106",
  Vinamilk: "0300588569",
  FPT: "0101248141",
  Vietcombank: "0100112437",
  BIDV: "0100150619",
  VietinBank: "0100111948",
  PetroVietnam: "0100681592",
  VNPT: "0100684378",
  EVN: "0100100079",
  MobiFone: "0100686209",
};
const DIGITS = "0123456789";

describe("A tax number", () => {
  it.each(Object.entries(KNOWN))("of %s is accepted", (_name, number) => {
    expect(parseTaxNumber(number)).toBe(number);
  });

  it.each(Object.values(KNOWN))("%s with one wrong digit is refused, whichever it is", (number) => {
    const wrong = [...number].flatMap((right, at) =>
      [...DIGITS]
        .filter((digit) => digit !== right)
        .map((digit) => number.slice(0, at) + digit + number.slice(at + 1)),
    );
    expect(wrong).toHaveLength(90);
    expect(wrong.filter((one) => parseTaxNumber(one) !== null)).toEqual([]);
  });

  it.each(Object.values(KNOWN))("%s with two neighbours swapped is refused", (number) => {
    const swapped = [0, 1, 2, 3, 4, 5, 6, 7]
      .map((at) => number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))
      .filter((one) => one !== number);
    expect(swapped.length).toBeGreaterThan(2);
    expect(swapped.filter((one) => parseTaxNumber(one) !== null)).toEqual([]);
  });

  it("whose sum leaves 10 ends in 0, and one whose sum leaves nothing is none at all", () => {
    const endings = (nine: string) =>
      [...DIGITS].filter((digit) => parseTaxNumber(nine + digit) !== null);
    const all = Array.from(
      { length: 300 },
      (_, index) => `01${String(index + 1).padStart(7, "0")}`,
    );
    const counts = all.map((nine) => endings(nine).length);
    expect(new Set(counts)).toEqual(new Set([0, 1]));
    expect(all.filter((nine) => endings(nine)[0] === "0").length).toBeGreaterThan(10);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(10);
  });

  it("of a branch has three digits more and is stored with a hyphen", () => {
    expect(parseTaxNumber("0100109106-011")).toBe("0100109106-011");
    expect(parseTaxNumber("0100109106011")).toBe("0100109106-011");
    expect(parseTaxNumber("0100109106-000")).toBeNull();
    expect(parseTaxNumber("0100109107-011")).toBeNull();
    expect(parseTaxNumber("0100109106-11")).toBeNull();
  });

  it("of a person is the citizen's own number of 12 digits", () => {
    expect(parseTaxNumber("001087123456")).toBe("001087123456");
    expect(parseTaxNumber("096 199 012 345")).toBe("096199012345");
    expect(parseTaxNumber("000087123456")).toBeNull();
    expect(parseTaxNumber("097087123456")).toBeNull();
  });

  it("may be typed with spaces, dots and hyphens, and nothing else", () => {
    expect(parseTaxNumber(" 0100 109 106 ")).toBe("0100109106");
    expect(parseTaxNumber("0100.109.106–011")).toBe("0100109106-011");
    for (const typed of [
      "",
      "-",
      "MST 0100109106",
      "010010910",
      "01001091066",
      "０１００１０９１０６",
    ]) {
      expect(parseTaxNumber(typed)).toBeNull();
    }
  });

  it("of zeros is none", () => {
    expect(parseTaxNumber("0000000000")).toBeNull();
    expect(parseTaxNumber("0100000000")).toBeNull();
    expect(parseTaxNumber("0000588569")).toBeNull();
  });
});
