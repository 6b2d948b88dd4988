import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountIn, type Cell, instantIn, textOf } from "./values";

describe("Amounts in statements", () => {
  it.each<[Cell, number | null]>([
    ["1.234.567", 1_234_567],
    ["1,234,567.00", 1_234_567],
    ["1.234.567,00", 1_234_567],
    ["1 234 567 VND", 1_234_567],
    ["1234567", 1_234_567],
    ["1234567.00", 1_234_567],
    ["+500,000", 500_000],
    ["-500.000", -500_000],
    ["(500,000)", -500_000],
    ["250.000 đ", 250_000],
    ["250.000", 250_000],
    ["25.5", null],
    ["1,234.50", null],
    ["1.23.456", null],
    ["1,234.567", null],
    ["12a", null],
    ["=1+1", null],
    ["", 0],
    ["-", 0],
    [null, 0],
    [150_000, 150_000],
    [0.5, null],
  ])("%j is %j", (cell, amount) => {
    expect(amountIn(cell)).toBe(amount);
  });

  it("every amount is read in every way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 499_999_999 }), (amount) => {
        const grouped = (sign: string) => `${amount}`.replace(/\B(?=(\d{3})+$)/g, sign);
        for (const text of [`${amount}`, grouped("."), grouped(","), `${grouped(",")}.00`]) {
          expect(amountIn(text), text).toBe(amount);
        }
      }),
    );
  });
});

describe("Days in statements", () => {
  it.each<[Cell, string | null, string]>([
    ["22/11/2026 14:02:37", "2026-11-22T07:02:37.000Z", ""],
    ["22/11/2026", "2026-11-21T17:00:00.000Z", ""],
    ["1-2-2026 9:05", "2026-02-01T02:05:00.000Z", ""],
    ["2026-11-22T00:30:00", "2026-11-21T17:30:00.000Z", ""],
    ["14:02:37 22/11/2026", "2026-11-22T07:02:37.000Z", ""],
    ["22/11/2026\n5078 - 12345", "2026-11-21T17:00:00.000Z", "5078 - 12345"],
    [new Date("2026-11-22T06:00:00Z"), "2026-11-21T23:00:00.000Z", ""],
    [46_348, "2026-11-21T17:00:00.000Z", ""],
    ["31/02/2026", null, ""],
    ["11/22/2026", null, ""],
    ["Tổng cộng", null, ""],
    [7, null, ""],
    [null, null, ""],
  ])("%j is %j", (cell, instant, rest) => {
    const found = instantIn(cell);
    expect(found?.at.toISOString() ?? null).toBe(instant);
    expect(found?.rest ?? "").toBe(rest);
  });

  it("control characters and line breaks never leave a cell", () => {
    expect(textOf(" a\u0000b\r\n c ")).toBe("a b c");
  });
});
