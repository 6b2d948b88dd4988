import { describe, expect, it } from "vitest";
import { typedAmount } from "./amounts";

describe("An amount that the operator types", () => {
  it.each([
    ["0", 0],
    ["145000", 145_000],
    ["145.000", 145_000],
    ["145,000 ₫", 145_000],
    [" 1 145 000đ ", 1_145_000],
    ["312000", 312_000],
  ])("%s is %d đồng", (typed, amount) => {
    expect(typedAmount(typed, 2_000_000)).toBe(amount);
  });

  it.each(["", "-1", "1.5", "145.00", "1e5", "12,34", "một trăm", "9".repeat(20), "1.0000"])(
    "%s is none",
    (typed) => {
      expect(typedAmount(typed, Number.MAX_SAFE_INTEGER)).toBeNull();
    },
  );

  it("is at most what came in", () => {
    expect(typedAmount("312.000", 312_000)).toBe(312_000);
    expect(typedAmount("312.001", 312_000)).toBeNull();
    expect(typedAmount("1", 0)).toBeNull();
  });
});
