import { sumVnd } from "@cho-lang/shared/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Discount, wholeDiscounts } from "./discount-rules";

const prices = (...amounts: number[]) =>
  new Map(amounts.map((amount, at): [string, number] => [`line-${at}`, amount]));
const off = (code: string, ...amounts: number[]) =>
  amounts.map((amount, at): Discount => ({ of: `line-${at}`, code, amount }));
const amountsOf = (discounts: Discount[]) => discounts.map(({ amount }) => amount);

/** Prices, and promotions that take shares of what is left, as Medusa does, with all decimals. */
const aCart = fc
  .record({
    amounts: fc.array(fc.integer({ min: 1, max: 2_000_000_000 }), { minLength: 1, maxLength: 12 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
  })
  .map(({ amounts, shares }) => {
    const left = [...amounts];
    const exact = shares.flatMap((share, number) =>
      left.map((price, at): Discount => {
        const amount = price * share;
        left[at] = price - amount;
        return { of: `line-${at}`, code: `P${number}`, amount };
      }),
    );
    return { prices: prices(...amounts), exact };
  });

describe("Promotions in whole đồng", () => {
  it("rounds a percentage half up", () => {
    expect(amountsOf(wholeDiscounts(off("7%", 23_333.31), prices(333_333)))).toEqual([23_333]);
    expect(amountsOf(wholeDiscounts(off("7%", 24.5), prices(350)))).toEqual([25]);
    expect(amountsOf(wholeDiscounts(off("7%", 24.49), prices(350)))).toEqual([24]);
  });

  it("divides a fixed amount by the largest remainder and loses no đồng", () => {
    const exact = off("LE", 29_411.764705882353, 70_588.23529411765);
    expect(amountsOf(wholeDiscounts(exact, prices(50_000, 120_000)))).toEqual([29_412, 70_588]);
    const thirds = off("LE", 100 / 3, 100 / 3, 100 / 3);
    expect(amountsOf(wholeDiscounts(thirds, prices(50, 50, 50)))).toEqual([34, 33, 33]);
  });

  it("takes nothing off that is free already", () => {
    const exact = [...off("A", 50.5), ...off("B", 49.5)];
    expect(amountsOf(wholeDiscounts(exact, prices(100)))).toEqual([51, 49]);
    expect(wholeDiscounts(off("C", 10), prices(0))).toEqual([]);
  });

  it("gives whole parts, none a đồng or more from its share, none below nothing", () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const whole = wholeDiscounts(cart.exact, cart.prices);
        for (const [of, price] of cart.prices) {
          const taken = sumVnd(whole.filter((one) => one.of === of).map(({ amount }) => amount));
          expect(taken).toBeLessThanOrEqual(price);
        }
        for (const { of, code, amount } of cart.exact) {
          const given = whole.find((one) => one.of === of && one.code === code)?.amount ?? 0;
          expect(Number.isSafeInteger(given)).toBe(true);
          expect(given).toBeGreaterThanOrEqual(0);
          expect(given - amount).toBeLessThan(1.001);
        }
      }),
    );
  });

  it("sums to the first promotion's rounded sum, whatever the cart", () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const first = cart.exact.filter(({ code }) => code === "P0");
        const exact = first.reduce((sum, { amount }) => sum + amount, 0);
        const sum = sumVnd(amountsOf(wholeDiscounts(first, cart.prices)));
        expect(Math.abs(sum - exact)).toBeLessThanOrEqual(0.501);
      }),
    );
  });
});
