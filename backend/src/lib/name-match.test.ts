import { describe, expect, it } from "vitest";
import { closeness, spelling, typed } from "./name-match";

const how = (name: string, text: string) => closeness(spelling(name), typed(text));

describe("a name and what is typed", () => {
  it("is met however it is written", () => {
    for (const text of ["bát tràng", "BAT TRANG", "battrang", "Bát Tràng".normalize("NFD")]) {
      expect(how("Bát Tràng", text)).toBe(0);
    }
  });

  it("begins with the text, or has its words at the beginnings of words", () => {
    expect(how("HTX Ea Tu", "htx e")).toBe(1);
    expect(how("HTX Ea Tu", "ea tu")).toBe(2);
    expect(how("HTX Ea Tu", "tu ea")).toBe(2);
    expect(how("HTX Ea Tu", "eatu")).toBe(2);
  });

  it("is not met in the middle of a word, or by some of the words only", () => {
    expect(how("HTX Ea Tu", "tx")).toBeNull();
    expect(how("HTX Ea Tu", "ea tuu")).toBeNull();
    expect(how("HTX Ea Tu", "ea kao")).toBeNull();
    expect(how("Nước mắm Mộc", "nuoc mamm")).toBeNull();
    expect(how("Công ty Nước mắm Mộc", "nuoc mamm")).toBeNull();
    expect(how("HTX Ea Tu", "…")).toBeNull();
    expect(how("🍵", "tra")).toBeNull();
  });
});
