import { describe, expect, it } from "vitest";
import { parseMeasure, translateUnit, unitLabel } from "./unit";

// Every unit of the demo's facts, with what it holds and how it reads in English.
const UNITS: readonly [string, string, number, "g" | "ml" | "piece"][] = [
  ["kg", "kg", 1000, "g"],
  ["bó", "bundle", 1, "piece"],
  ["bộ", "set", 1, "piece"],
  ["bức", "picture", 1, "piece"],
  ["chai 10 ml", "10 ml bottle", 10, "ml"],
  ["chai 520 ml", "520 ml bottle", 520, "ml"],
  ["chiếc", "piece", 1, "piece"],
  ["cái", "piece", 1, "piece"],
  ["chậu", "pot", 1, "piece"],
  ["chục 10 chiếc", "pack of 10 pieces", 10, "piece"],
  ["gói 1 kg", "1 kg pack", 1000, "g"],
  ["gói 480 g", "480 g pack", 480, "g"],
  ["hũ 450 g", "450 g jar", 450, "g"],
  ["hộp", "box", 1, "piece"],
  ["hộp 10 cái", "box of 10 pieces", 10, "piece"],
  ["hộp 10 ống", "box of 10 vials", 10, "piece"],
  ["hộp 20 gói", "box of 20 sachets", 20, "piece"],
  ["hộp 20 túi", "box of 20 bags", 20, "piece"],
  ["hộp 30 viên", "box of 30 tablets", 30, "piece"],
  ["hộp 220 g", "220 g box", 220, "g"],
  ["lọ 100 g", "100 g jar", 100, "g"],
  ["lốc 6 lọ", "pack of 6 jars", 6, "piece"],
  ["niêu 1,5 kg", "1.5 kg clay pot", 1500, "g"],
  ["quả", "fruit", 1, "piece"],
  ["thanh 100 g", "100 g bar", 100, "g"],
  ["túi 5 kg", "5 kg bag", 5000, "g"],
  ["tấm", "piece", 1, "piece"],
  ["xấp 500 g", "500 g stack", 500, "g"],
];

describe("what a price is for", () => {
  it("a pack says how much it holds, in Vietnamese and in English", () => {
    for (const [text, english, amount, unit] of UNITS) {
      expect(translateUnit(text), text).toBe(english);
      expect(parseMeasure(text), text).toEqual({ amount, unit });
    }
  });

  it("metres and nights are translated but not compared by weight", () => {
    expect(translateUnit("mét")).toBe("metre");
    expect(translateUnit("người/ngày")).toBe("person per day");
    expect(translateUnit("người/đêm")).toBe("person per night");
    expect(translateUnit("người")).toBe("person");
    for (const text of ["mét", "người/ngày", "người/đêm", "người"]) {
      expect(parseMeasure(text)).toBeNull();
    }
  });

  it("a unit may be typed decomposed, in capitals and with odd spaces", () => {
    expect(parseMeasure(" CHAI  250ml ".normalize("NFD"))).toEqual({ amount: 250, unit: "ml" });
    expect(translateUnit("Hũ 250g")).toBe("250 g jar");
    expect(parseMeasure("chai 0,75 lít")).toEqual({ amount: 750, unit: "ml" });
    expect(parseMeasure("500 g")).toEqual({ amount: 500, unit: "g" });
    expect(translateUnit("10 quả")).toBe("10 fruits");
    expect(translateUnit("hộp 1 cái")).toBe("box of 1 piece");
  });

  it("what is not understood holds nothing known and reads as it was written", () => {
    for (const text of ["", "một ít", "túi to", "chai 0 ml", "gói 1,5 cái", "toString"]) {
      expect(parseMeasure(text), text).toBeNull();
    }
    expect(translateUnit("một ít")).toBe("một ít");
    expect(translateUnit("thúng 3 kg")).toBe("thúng 3 kg");
    expect(translateUnit("toString")).toBe("toString");
  });

  it("a Vietnamese page shows the unit as the producer wrote it", () => {
    expect(unitLabel("chai 250 ml", "vi")).toBe("chai 250 ml");
    expect(unitLabel("chai 250 ml", "en")).toBe("250 ml bottle");
  });
});
