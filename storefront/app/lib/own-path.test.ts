import { describe, expect, it } from "vitest";
import { ownPath, withParam } from "./own-path";

describe("a page to return to", () => {
  it.each(["/products/tra-shan", "/en/cart?x=1", "/", "/tours?q=ca%20phe#top"])(
    "%s is one of our own",
    (path) => expect(ownPath(path, "/cart")).toBe(path),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/a\\b",
    "",
    null,
    `/${"a".repeat(500)}`,
  ])("%s is not, and the cart is shown instead", (path) =>
    expect(ownPath(path, "/cart")).toBe("/cart"),
  );

  it("gets a note that something was added, once", () => {
    expect(withParam("/products/a", "added", "1")).toBe("/products/a?added=1");
    expect(withParam("/products/a?added=1#buy", "added", "2")).toBe("/products/a?added=2#buy");
  });
});
