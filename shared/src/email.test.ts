import { describe, expect, it } from "vitest";
import { EMAIL_MAX, isEmail } from "./email";

describe("e-mail addresses", () => {
  it("ordinary addresses are accepted", () => {
    for (const text of ["lan@example.vn", "nguyen.van-a+cho@mail.example.com", "x@a.co"]) {
      expect(isEmail(text), text).toBe(true);
    }
  });

  it("what cannot be an address is refused", () => {
    for (const text of [
      "",
      "lan",
      "@example.vn",
      "lan@",
      "lan@example",
      "lan@@example.vn",
      "lan @example.vn",
      "lan@exa mple.vn",
      ".lan@example.vn",
      "lan..b@example.vn",
      "lan@-example.vn",
      "lan@example.vn\n",
      "lan@example..vn",
      "lần@example.vn",
      "a@1.2",
    ]) {
      expect(isEmail(text), text).toBe(false);
    }
  });

  it("the longest address is accepted and one letter more is not", () => {
    const domain = `${"d".repeat(63)}.${"d".repeat(63)}.${"d".repeat(57)}.vn`;
    const longest = `${"a".repeat(64)}@${domain}`;
    expect(longest).toHaveLength(EMAIL_MAX - 1);
    expect(isEmail(longest)).toBe(true);
    expect(isEmail(`${"a".repeat(65)}@example.vn`)).toBe(false);
    const full = longest.replace(".vn", "d.vn");
    expect(full).toHaveLength(EMAIL_MAX);
    expect(isEmail(full)).toBe(true);
    expect(isEmail(longest.replace(".vn", "dd.vn"))).toBe(false);
  });
});
