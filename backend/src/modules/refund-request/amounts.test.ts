import { REQUEST_REASONS } from "@cho-lang/shared/domain/refund-request";
import { sumVnd } from "@cho-lang/shared/money";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Asked,
  askedAmount,
  askedBefore,
  type BoughtOrder,
  netWorth,
  worthOf,
} from "./amounts";

/** Orders of 1 to 5 lines, with carriage and now and then a credit of the whole cart. */
const anOrder: fc.Arbitrary<BoughtOrder> = fc
  .record({
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 30 }),
        price_vnd: fc.integer({ min: 0, max: 3_000_000 }),
        is_visit: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    shipping_vnd: fc.integer({ min: 0, max: 90_000 }),
    credit_percent: fc.constantFrom(0, 0, 7, 33, 100),
  })
  .map(({ lines, shipping_vnd, credit_percent }) => {
    const bought = lines.map(({ quantity, price_vnd, is_visit }, index) => ({
      id: `line_${index}`,
      quantity,
      total_vnd: quantity * price_vnd,
      is_visit,
    }));
    const gross = sumVnd(bought.map(({ total_vnd }) => total_vnd)) + shipping_vnd;
    const total_vnd = gross - Math.floor((gross * credit_percent) / 100);
    return { lines: bought, shipping_vnd, total_vnd };
  });
const some = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 });
const whole = ({ lines }: BoughtOrder) => lines.map(({ id, quantity }) => ({ id, quantity }));
const chosenOf = ({ lines }: BoughtOrder, counts: number[]) =>
  lines
    .map(({ id, quantity }, index) => ({ id, quantity: Math.min(counts[index] ?? 0, quantity) }))
    .filter(({ quantity }) => quantity > 0);

describe("What a buyer can ask back", () => {
  it("is for the whole order exactly what it cost, when it is the producer's doing", () => {
    fc.assert(
      fc.property(anOrder, (order) => {
        const { total_vnd: collected_vnd } = order;
        const asked = { order, earlier: [], chosen: whole(order), collected_vnd };
        const { amount_vnd, shipping_vnd, lines } = askedAmount({ ...asked, reason: "damaged" });
        const hasGoods = order.lines.some(({ is_visit }) => !is_visit);
        const carriage = hasGoods ? 0 : netWorth(order).shipping_vnd;
        expect(amount_vnd).toBe(collected_vnd - carriage);
        expect(sumVnd(lines.map((line) => line.total_vnd)) + shipping_vnd).toBe(amount_vnd);
      }),
    );
  });

  it("is never more than what came in, and never below nothing", () => {
    const reason = fc.constantFrom(...REQUEST_REASONS);
    fc.assert(
      fc.property(anOrder, some, reason, fc.nat(5_000_000), (order, counts, reason, paid) => {
        const collected_vnd = Math.min(paid, order.total_vnd);
        const chosen = chosenOf(order, counts);
        const { amount_vnd } = askedAmount({ order, earlier: [], chosen, reason, collected_vnd });
        expect(amount_vnd).toBeLessThanOrEqual(collected_vnd);
        expect(amount_vnd).toBeGreaterThanOrEqual(0);
        expect(Number.isSafeInteger(amount_vnd)).toBe(true);
      }),
    );
  });

  it("does not depend on the order in which lines are named", () => {
    fc.assert(
      fc.property(anOrder, some, (order, counts) => {
        const { total_vnd: collected_vnd } = order;
        const chosen = chosenOf(order, counts);
        const asked = { order, earlier: [], reason: "missing" as const, collected_vnd };
        const turned = [...chosen].reverse();
        expect(askedAmount({ ...asked, chosen: turned })).toEqual(
          askedAmount({ ...asked, chosen }),
        );
      }),
    );
  });

  it("sums to the whole, in whatever steps one asks", () => {
    fc.assert(
      fc.property(anOrder, fc.array(some, { maxLength: 6 }), (order, steps) => {
        const earlier: Asked[] = [];
        let back = 0;
        const rest = order.lines.map(() => 30);
        for (const counts of [...steps, rest]) {
          const chosen = order.lines.flatMap(({ id, quantity }, index) => {
            const left = quantity - askedBefore(earlier, id);
            const count = Math.min(counts[index] ?? 0, left);
            return count > 0 ? [{ id, quantity: count }] : [];
          });
          const collected_vnd = order.total_vnd - back;
          const asked = askedAmount({ order, earlier, chosen, reason: "spoiled", collected_vnd });
          back += asked.amount_vnd;
          earlier.push({ lines: chosen });
        }
        const net = netWorth(order);
        const worth = sumVnd(net.lines);
        expect(back).toBeGreaterThanOrEqual(worth);
        expect([worth, worth + net.shipping_vnd]).toContain(back);
      }),
    );
  });

  it("leaves the carriage out for a buyer's own reason, and while goods stay", () => {
    const order = {
      lines: [{ id: "a", quantity: 2, total_vnd: 200_000, is_visit: false }],
      shipping_vnd: 22_000,
      total_vnd: 222_000,
    };
    const amount = (quantity: number, reason: "changed_mind" | "damaged") =>
      askedAmount({
        order,
        earlier: [],
        chosen: [{ id: "a", quantity }],
        reason,
        collected_vnd: 222_000,
      }).amount_vnd;
    expect(amount(2, "damaged")).toBe(222_000);
    expect(amount(2, "changed_mind")).toBe(200_000);
    expect(amount(1, "damaged")).toBe(100_000);
  });

  it("takes a cart's credit off every line by its share", () => {
    const line = { quantity: 1, is_visit: false };
    const order = {
      lines: [
        { id: "a", total_vnd: 100_000, ...line },
        { id: "b", total_vnd: 50_001, ...line },
      ],
      shipping_vnd: 0,
      total_vnd: 100_001,
    };
    expect(netWorth(order)).toEqual({ lines: [66_667, 33_334], shipping_vnd: 0 });
  });

  it("rounds three pieces of 100 đồng so that no đồng is lost", () => {
    const line = { worth_vnd: 100, quantity: 3 };
    expect([worthOf(line, 0, 1), worthOf(line, 1, 1), worthOf(line, 2, 1)]).toEqual([33, 33, 34]);
  });
});
