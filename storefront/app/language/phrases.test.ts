import { describe, expect, it } from "vitest";
import { barePath, hrefIn, languageOfPath } from "./phrases";

describe("addresses and languages", () => {
  it("Vietnamese has no prefix, English has /en", () => {
    expect(hrefIn("vi", "/cart")).toBe("/cart");
    expect(hrefIn("en", "/cart")).toBe("/en/cart");
    expect(hrefIn("en", "/")).toBe("/en");
    expect(hrefIn("en", "/?q=tea")).toBe("/en?q=tea");
  });

  it("a word that only begins with en is not English", () => {
    expect(languageOfPath("/en/cart")).toBe("en");
    expect(languageOfPath("/en")).toBe("en");
    expect(languageOfPath("/enough")).toBe("vi");
  });

  it("the bare address leads back to both", () => {
    for (const path of ["/", "/products/che-shan"]) {
      expect(barePath(hrefIn("en", path))).toBe(path);
      expect(barePath(hrefIn("vi", path))).toBe(path);
    }
  });
});
