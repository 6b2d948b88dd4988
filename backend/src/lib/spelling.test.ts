import { describe, expect, it } from "vitest";
import { spell } from "./spelling";

describe("spelling", () => {
  const terms = [{ term: "ca", spelling: "cá" }];

  it("is that of the words where they stand together, not of each alone", () => {
    const texts = ["cá kho\ncá ngừ", "cà phê\nca phe", "cà phê bột"];
    expect(spell(["ca", "phe"], texts, terms)).toBe("cà phê");
    expect(spell(["ca", "phe", "kho"], texts, terms)).toBe("cà phê kho");
    expect(spell(["kho", "ca"], texts, terms)).toBe("kho cà");
  });

  it("has diacritics unless far more texts have none, as English titles of the same things", () => {
    const texts = ["bat trang vase", "bat trang tea set", "gốm bát tràng"];
    expect(spell(["bat", "trang"], texts)).toBe("bát tràng");
    expect(spell(["cam"], ["cam", "cam", "cam sành", "cam vinh", "cẩm"])).toBe("cam");
  });

  it("is the terms' where no text has the word, and else as it was read", () => {
    expect(spell(["ca", "ngu"], [], terms)).toBe("cá ngu");
  });
});
