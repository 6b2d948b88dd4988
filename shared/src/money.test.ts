import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertVnd, formatNumber, formatVnd, shares, sumVnd, unitPrice } from "./money";

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), {
  minLength: 1,
  maxLength: 30,
});

describe("whole đồng", () => {
  it("half a đồng is refused", () => {
    expect(() => assertVnd(0.5)).toThrow(RangeError);
    expect(() => assertVnd(Number.NaN)).toThrow(RangeError);
    expect(() => assertVnd(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => assertVnd(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(assertVnd(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(assertVnd(-20_000)).toBe(-20_000);
  });

  it("amounts add up, and a sum that cannot be exact is refused", () => {
    expect(sumVnd([])).toBe(0);
    expect(sumVnd([145_000, 95_000, -40_000])).toBe(200_000);
    expect(() => sumVnd([1, 0.1])).toThrow(RangeError);
    expect(() => sumVnd([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe("dividing without losing a đồng", () => {
  it("the đồng left over goes to the largest remainder, and to the first on a tie", () => {
    expect(shares(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shares(100_000, [1, 2])).toEqual([33_333, 66_667]);
    expect(shares(5, [3, 3, 1])).toEqual([2, 2, 1]);
    expect(shares(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it("a part without weight gets nothing", () => {
    expect(shares(999, [0, 7, 0])).toEqual([0, 999, 0]);
  });

  it("equal parts are made when nobody has weight", () => {
    expect(shares(10, [0, 0, 0])).toEqual([4, 3, 3]);
    expect(shares(0, [])).toEqual([]);
  });

  it("money for nobody, a negative weight and half a đồng are refused", () => {
    expect(() => shares(1, [])).toThrow(RangeError);
    expect(() => shares(1, [1, -1])).toThrow(RangeError);
    expect(() => shares(1, [0.5])).toThrow(RangeError);
    expect(() => shares(1.5, [1])).toThrow(RangeError);
  });

  it("whatever is divided, the parts are the whole and each is within one đồng of its share", () => {
    fc.assert(
      fc.property(amounts, weights, (total, by) => {
        const parts = shares(total, by);
        expect(sumVnd(parts)).toBe(total);
        expect(parts).toHaveLength(by.length);
        const whole = by.reduce((sum, weight) => sum + BigInt(weight), BigInt(0));
        if (whole === BigInt(0)) return;
        parts.forEach((part, index) => {
          const error = BigInt(part) * whole - BigInt(total) * BigInt(by[index] ?? 0);
          expect(error < whole && error > -whole).toBe(true);
          expect(Object.is(part, -0)).toBe(false);
        });
      }),
    );
  });

  it("equal weights never differ by more than one đồng, the earlier part being the larger", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 50 }),
        (total, n) => {
          const parts = shares(total, new Array<number>(n).fill(3));
          expect([...parts].sort((a, b) => b - a)).toEqual(parts);
          expect((parts[0] ?? 0) - (parts[n - 1] ?? 0)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("prices for people", () => {
  it("a price is written with dots in Vietnamese and commas in English", () => {
    expect(formatVnd(145_000, "vi")).toBe("145.000\u00a0₫");
    expect(formatVnd(145_000, "en")).toBe("145,000\u00a0₫");
    expect(formatVnd(0, "vi")).toBe("0\u00a0₫");
    expect(formatVnd(1_234_567_890, "vi")).toBe("1.234.567.890\u00a0₫");
    expect(formatNumber(1250, "vi")).toBe("1.250");
    expect(formatNumber(1250, "en")).toBe("1,250");
  });

  it("packs of different sizes compare by the kilogram and by the litre", () => {
    expect(unitPrice({ price_vnd: 95_000, measure: { amount: 250, unit: "ml" } })).toEqual({
      price_vnd: 380_000,
      per: "litre",
    });
    expect(unitPrice({ price_vnd: 145_000, measure: { amount: 5000, unit: "g" } })).toEqual({
      price_vnd: 29_000,
      per: "kg",
    });
    expect(unitPrice({ price_vnd: 60_000, measure: { amount: 20, unit: "piece" } })).toEqual({
      price_vnd: 3000,
      per: "piece",
    });
  });

  it("a half đồng is rounded up and less than half is rounded down", () => {
    expect(unitPrice({ price_vnd: 1, measure: { amount: 2, unit: "piece" } })?.price_vnd).toBe(1);
    expect(unitPrice({ price_vnd: 1, measure: { amount: 3, unit: "piece" } })?.price_vnd).toBe(0);
    expect(unitPrice({ price_vnd: 100, measure: { amount: 300, unit: "g" } })?.price_vnd).toBe(333);
  });

  it("no unit price is shown when it would say nothing", () => {
    expect(unitPrice({ price_vnd: 1000, measure: null })).toBeNull();
    expect(unitPrice({ price_vnd: 1000, measure: { amount: 0, unit: "g" } })).toBeNull();
    expect(unitPrice({ price_vnd: 1000, measure: { amount: 1, unit: "piece" } })).toBeNull();
  });

  it("a negative or broken price is refused", () => {
    expect(() => unitPrice({ price_vnd: -1, measure: null })).toThrow(RangeError);
    expect(() => unitPrice({ price_vnd: 0.5, measure: null })).toThrow(RangeError);
  });
});
