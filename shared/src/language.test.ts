import { describe, expect, it } from "vitest";
import { isLanguage, LANGUAGES, languageOf, localeOf } from "./language";

describe("languages", () => {
  it("Vietnamese comes first", () => {
    expect(LANGUAGES[0]).toBe("vi");
  });

  it("only Vietnamese and English are spoken here", () => {
    expect(isLanguage("vi")).toBe(true);
    expect(isLanguage("en")).toBe(true);
    for (const other of ["VI", "fr", "", null, undefined, 3, "toString"]) {
      expect(isLanguage(other)).toBe(false);
    }
  });

  it("each language has the locale under which Medusa stores it", () => {
    expect(localeOf("vi")).toBe("vi-VN");
    expect(localeOf("en")).toBe("en-US");
  });

  it("a browser's language tag is understood by its first part", () => {
    expect(languageOf("en-GB")).toBe("en");
    expect(languageOf("vi_VN")).toBe("vi");
    expect(languageOf("fr-FR")).toBeNull();
    expect(languageOf("")).toBeNull();
  });
});
