import { describe, expect, it } from "vitest";
import { typedText } from "./typed";

describe("the text that suggestions are asked for", () => {
  it("is composed and has single spaces, so that one text has one address", () => {
    expect(typedText("  cà   phê ")).toBe("cà phê");
    expect(typedText("cà phê".normalize("NFD"))).toBe("cà phê");
  });

  it("has two letters or digits at least; signs and marks are none", () => {
    expect(typedText("c")).toBeNull();
    expect(typedText("ê".normalize("NFD"))).toBeNull();
    expect(typedText(" -! ")).toBeNull();
    expect(typedText("c.")).toBeNull();
    expect(typedText("ca")).toBe("ca");
    expect(typedText("a 5")).toBe("a 5");
  });

  it("has eighty signs at most", () => {
    expect(typedText("a".repeat(80))).toBe("a".repeat(80));
    expect(typedText("a".repeat(81))).toBeNull();
  });
});
