import { sumVnd } from "@cho-lang/shared/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mustGiveUp,
  type ParcelFacts,
  parcelCash,
  parcelDue,
  returnedValue,
  shippingPrice,
  splitCart,
  TARIFFS,
  tariffOf,
} from "./rules";

const producers = ["chè", "gốm", "mật ong", "cà phê"];

/** Any cart: lines and parcels of up to four producers, and a gift card over the whole. */
const aCart = fc
  .record({
    lines: fc.array(
      fc.record({
        producer_id: fc.constantFrom(...producers),
        total_vnd: fc.nat({ max: 2_000_000_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    fees: fc.array(fc.nat({ max: 500_000 }), { minLength: 4, maxLength: 4 }),
    credit: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ lines, fees, credit }) => {
    const numbered = lines.map((line, index) => ({ id: `line-${index}`, ...line }));
    const buying = [...new Set(lines.map(({ producer_id }) => producer_id))];
    const shipping = buying.map((producer_id, index) => ({
      id: `parcel-${producer_id}`,
      producer_id,
      total_vnd: fees[index] ?? 0,
    }));
    const gross = sumVnd([...numbered, ...shipping].map(({ total_vnd }) => total_vnd));
    const credit_vnd = Math.floor(gross * credit);
    return { lines: numbered, shipping, credit_vnd, total_vnd: gross - credit_vnd };
  });

describe("Dividing a cart among its producers", () => {
  it("loses no đồng and gives nobody a negative or broken amount, whatever the cart", () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const parts = splitCart(cart);
        expect(sumVnd(parts.map((part) => part.total_vnd))).toBe(cart.total_vnd);
        expect(sumVnd(parts.map((part) => part.credit_vnd))).toBe(cart.credit_vnd);
        for (const part of parts) {
          expect(Number.isSafeInteger(part.total_vnd)).toBe(true);
          expect(part.total_vnd).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("gives every line to its own producer and to no other, whatever the cart", () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const parts = splitCart(cart);
        const given = parts.flatMap((part) => part.line_ids.map((id) => [id, part.producer_id]));
        const wanted = cart.lines.map((line) => [line.id, line.producer_id]);
        expect(given.sort()).toEqual(wanted.sort());
        expect(new Set(parts.map((part) => part.producer_id)).size).toBe(parts.length);
      }),
    );
  });

  it("refuses a fraction of a đồng, a negative line and a total that does not agree", () => {
    const line = { id: "1", producer_id: "chè", total_vnd: 1_000 };
    const cart = { lines: [line], shipping: [], credit_vnd: 0, total_vnd: 1_000 };
    expect(splitCart(cart)).toHaveLength(1);
    expect(() => splitCart({ ...cart, total_vnd: 1_001 })).toThrow(RangeError);
    expect(() => splitCart({ ...cart, credit_vnd: 1_001, total_vnd: -1 })).toThrow(RangeError);
    for (const total_vnd of [999.5, -1]) {
      expect(() => splitCart({ ...cart, lines: [{ ...line, total_vnd }], total_vnd })).toThrow(
        RangeError,
      );
    }
  });

  it("refuses a parcel of somebody who has no goods in the cart", () => {
    const shipping = [{ id: "p", producer_id: "gốm", total_vnd: 0 }];
    const lines = [{ id: "1", producer_id: "chè", total_vnd: 1_000 }];
    expect(() => splitCart({ lines, shipping, credit_vnd: 0, total_vnd: 1_000 })).toThrow(/gốm|p/);
  });
});

describe("The price of a parcel", () => {
  it("is the base up to one kilogram and rises with each further started half", () => {
    const price = (grams: number) => shippingPrice(TARIFFS.standard, grams);
    expect([0, 1_000, 1_001, 1_500, 1_501].map(price)).toEqual([
      22_000, 22_000, 26_000, 26_000, 30_000,
    ]);
  });

  it("is unknown for an option that carries no tariff of ours", () => {
    expect(tariffOf(null)).toBeNull();
    expect(tariffOf({ speed: "teleport" })).toBeNull();
    expect(tariffOf({ ...TARIFFS.express, step_grams: 0 })).toBeNull();
    expect(tariffOf({ ...TARIFFS.express, base_vnd: 1.5 })).toBeNull();
    expect(tariffOf(TARIFFS.express)).toEqual(TARIFFS.express);
  });
});

describe("A paid purchase that could not be made", () => {
  const now = new Date("2026-11-22T03:00:00Z");
  const ago = (minutes: number, seconds = 0) =>
    new Date(now.getTime() - minutes * 60_000 - seconds * 1_000);
  const waiting = { is_hopeless: false, trouble_since: null, pay_until: ago(-10) };

  it("is tried again for half an hour, and no longer", () => {
    expect(mustGiveUp({ ...waiting, trouble_since: ago(30) }, now)).toBe(false);
    expect(mustGiveUp({ ...waiting, trouble_since: ago(30, 1) }, now)).toBe(true);
  });

  it("is not tried longer than half an hour after the time to pay", () => {
    const trouble = { ...waiting, trouble_since: ago(1) };
    expect(mustGiveUp({ ...trouble, pay_until: ago(30) }, now)).toBe(false);
    expect(mustGiveUp({ ...trouble, pay_until: ago(30, 1) }, now)).toBe(true);
  });

  it("is given up at once when it was refused for good", () => {
    expect(mustGiveUp({ ...waiting, is_hopeless: true }, now)).toBe(true);
  });

  it("is none while its money has not come", () => {
    expect(mustGiveUp({ ...waiting, pay_until: ago(60) }, now)).toBe(false);
  });
});

describe("What the carrier collects", () => {
  it("is nothing of an order that was paid before it was made", () => {
    const order = { total_vnd: 300_000, visits_vnd: 100_000 };
    expect(parcelDue(order)).toBe(200_000);
    expect(parcelDue({ ...order, is_prepaid: true })).toBe(0);
  });
});

describe("A parcel's cash", () => {
  const at = new Date("2026-11-22T03:00:00Z");
  /** Goods and delivery for 142,000 đồng, a visit for 25,000. */
  const anOrder = (over: Partial<ParcelFacts> = {}): ParcelFacts => ({
    has_parcel: true,
    total_vnd: 167_000,
    visits_vnd: 25_000,
    delivered_at: null,
    refused_at: null,
    cancelled_at: null,
    missing_vnd: 0,
    written_off_vnd: 0,
    ...over,
  });

  it("is due until it is delivered, and what is missing after that", () => {
    expect(parcelCash(anOrder())).toEqual({ due_vnd: 142_000, collected_vnd: 0 });
    const whole = anOrder({ delivered_at: at });
    expect(parcelCash(whole)).toEqual({ due_vnd: 0, collected_vnd: 142_000 });
    const short = anOrder({ delivered_at: at, missing_vnd: 42_000 });
    expect(parcelCash(short)).toEqual({ due_vnd: 42_000, collected_vnd: 100_000 });
    const given_up = anOrder({ delivered_at: at, written_off_vnd: 42_000 });
    expect(parcelCash(given_up)).toEqual({ due_vnd: 0, collected_vnd: 100_000 });
  });

  it("is nothing once it was refused or cancelled, without a parcel, and when it was paid", () => {
    const nothing = { due_vnd: 0, collected_vnd: 0 };
    expect(parcelCash(anOrder({ refused_at: at }))).toEqual(nothing);
    expect(parcelCash(anOrder({ cancelled_at: at }))).toEqual(nothing);
    expect(parcelCash(anOrder({ has_parcel: false, visits_vnd: 167_000 }))).toEqual(nothing);
    expect(parcelCash(anOrder({ is_prepaid: true, delivered_at: at }))).toEqual(nothing);
  });

  it("goes back for a refused parcel that was paid: the goods, and carriage when damaged", () => {
    const order = {
      is_prepaid: true,
      total_vnd: 167_000,
      visits_vnd: 25_000,
      shipping_vnd: 22_000,
      collected_vnd: 167_000,
      refuse_reason: "not_taken",
    };
    expect(returnedValue(order)).toBe(120_000);
    expect(returnedValue({ ...order, refuse_reason: "damaged" })).toBe(142_000);
    expect(returnedValue({ ...order, collected_vnd: 119_999 })).toBe(119_999);
    expect(returnedValue({ ...order, collected_vnd: 0 })).toBe(0);
    expect(returnedValue({ ...order, is_prepaid: false })).toBe(0);
    // What was given for the goods before is not given again, nor the carriage.
    const one = { goods_vnd: 50_000, all_vnd: 50_000 };
    expect(returnedValue(order, one)).toBe(70_000);
    expect(returnedValue({ ...order, refuse_reason: "damaged" }, one)).toBe(92_000);
    const every = { goods_vnd: 120_000, all_vnd: 142_000 };
    expect(returnedValue(order, every)).toBe(0);
    expect(returnedValue({ ...order, refuse_reason: "damaged" }, every)).toBe(0);
    // A credit of the whole cart lowers the parcel's part, and never below nothing.
    expect(returnedValue({ ...order, total_vnd: 40_000, collected_vnd: 40_000 })).toBe(0);
  });
});
