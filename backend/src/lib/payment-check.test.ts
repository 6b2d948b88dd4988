import { describe, expect, it } from "vitest";
import {
  differencesOf,
  moneyDays,
  type OrderMoney,
  type PurchaseMoney,
  stripeDifferences,
} from "./payment-check";

const day = "2026-11-22";

function anOrder(over: Partial<OrderMoney> = {}): OrderMoney {
  return {
    number: "CL-7K3F9-1",
    provider_out_vnd: 0,
    books_in_vnd: 100_000,
    books_out_vnd: 0,
    said_in_vnd: 100_000,
    said_out_vnd: 0,
    missing_vnd: 0,
    sought_vnd: 0,
    ...over,
  };
}

function aPurchase(over: Partial<PurchaseMoney> = {}): PurchaseMoney {
  return {
    id: "pur_1",
    number: "CL-7K3F9",
    method: "vietqr",
    status: "placed",
    day,
    total_vnd: 100_000,
    provider_in_vnd: 100_000,
    is_stuck: false,
    orders: [anOrder()],
    ...over,
  };
}

describe("Money in three places", () => {
  it("agrees when provider, books and orders say the same, also after a refund", () => {
    expect(differencesOf(aPurchase())).toEqual([]);
    const back = { provider_out_vnd: 40_000, books_out_vnd: 40_000, said_out_vnd: 40_000 };
    expect(differencesOf(aPurchase({ orders: [anOrder(back)] }))).toEqual([]);
  });

  it("cash has no provider who could contradict", () => {
    const orders = [anOrder({ provider_out_vnd: null, books_in_vnd: 0, said_in_vnd: 0 })];
    expect(differencesOf(aPurchase({ method: "cod", provider_in_vnd: null, orders }))).toEqual([]);
  });

  it("cash that did not come is no contradiction while somebody looks for it", () => {
    const cash = { provider_out_vnd: null, books_in_vnd: 60_000, said_in_vnd: 60_000 };
    const kinds = (over: Partial<OrderMoney>) =>
      differencesOf(
        aPurchase({
          method: "cod",
          provider_in_vnd: null,
          orders: [anOrder({ ...cash, ...over })],
        }),
      ).map(({ kind }) => kind);
    expect(kinds({ missing_vnd: 40_000, sought_vnd: 40_000 })).toEqual([]);
    expect(kinds({})).toEqual([]);
    expect(kinds({ missing_vnd: 40_000 })).toEqual(["cash_missing"]);
    expect(kinds({ sought_vnd: 1 })).toEqual(["cash_missing"]);
    expect(kinds({ books_in_vnd: 100_000 })).toEqual(["books_in"]);
  });

  it("names each contradiction of one đồng by the row that has it", () => {
    const kinds = (over: Partial<PurchaseMoney>) =>
      differencesOf(aPurchase(over)).map(({ kind, subject }) => [kind, subject]);
    expect(kinds({ provider_in_vnd: 99_999 })).toEqual([["provider_total", "CL-7K3F9"]]);
    expect(kinds({ orders: [anOrder({ said_in_vnd: 100_001 })] })).toEqual([
      ["orders_total", "CL-7K3F9"],
      ["books_in", "CL-7K3F9-1"],
    ]);
    expect(kinds({ orders: [anOrder({ provider_out_vnd: 1 })] })).toEqual([
      ["provider_out", "CL-7K3F9-1"],
    ]);
    expect(kinds({ orders: [anOrder({ books_out_vnd: 1 })] })).toEqual([
      ["books_out", "CL-7K3F9-1"],
      ["provider_out", "CL-7K3F9-1"],
    ]);
  });

  it("a purchase that waits owes no agreement, unless it was paid over an hour ago", () => {
    const waits = { status: "awaiting", provider_in_vnd: 60_000, orders: [] } as const;
    expect(differencesOf(aPurchase({ ...waits, orders: [] }))).toEqual([]);
    expect(differencesOf(aPurchase({ ...waits, orders: [], is_stuck: true }))).toMatchObject([
      { kind: "stuck", expected_vnd: 100_000 },
    ]);
  });

  it("a purchase that was not made has no money left", () => {
    const failed = { status: "failed", provider_in_vnd: 0, orders: [] } as const;
    expect(differencesOf(aPurchase({ ...failed, orders: [] }))).toEqual([]);
    expect(differencesOf(aPurchase({ ...failed, orders: [], provider_in_vnd: 1 }))).toMatchObject([
      { kind: "not_placed", found_vnd: 1, expected_vnd: 0 },
    ]);
  });

  it("sums by day and way to pay, and keeps apart what waits", () => {
    const days = moneyDays([
      aPurchase(),
      aPurchase({ id: "pur_2", orders: [anOrder({ said_out_vnd: 7 })] }),
      aPurchase({ id: "pur_3", status: "awaiting", provider_in_vnd: 5, orders: [] }),
      aPurchase({ id: "pur_4", day: "2026-11-23", method: "cod", provider_in_vnd: null }),
    ]);
    expect(days).toMatchObject([
      { day: "2026-11-23", method: "cod", provider_in_vnd: null, orders_in_vnd: 100_000 },
      {
        day,
        method: "vietqr",
        provider_in_vnd: 200_000,
        books_in_vnd: 200_000,
        orders_in_vnd: 200_000,
        orders_out_vnd: 7,
        waiting_vnd: 5,
      },
    ]);
  });
});

describe("What Stripe itself says", () => {
  const card = aPurchase({ method: "stripe", orders: [anOrder({ provider_out_vnd: 30_000 })] });
  const told = {
    payment_intent: "pi_1",
    purchase_id: "pur_1",
    day,
    received_vnd: 100_000,
    refunded_vnd: 30_000,
  };
  const unknown = () => false;

  it("agrees after refunds, also when a stray payment came and went back", () => {
    const stray = { ...told, payment_intent: "pi_2", received_vnd: 9, refunded_vnd: 9 };
    expect(stripeDifferences([card], [told, stray], unknown)).toEqual([]);
  });

  it("names the purchase of which it holds another amount, or none", () => {
    const more = { ...told, refunded_vnd: 30_001 };
    expect(stripeDifferences([card], [more], unknown)).toMatchObject([
      { kind: "stripe_net", subject: "CL-7K3F9", found_vnd: 69_999, expected_vnd: 70_000 },
    ]);
    expect(stripeDifferences([card], [], unknown)).toMatchObject([{ found_vnd: 0 }]);
  });

  it("names money of no purchase, but not that of other days", () => {
    const strange = { ...told, payment_intent: "pi_3", purchase_id: "pur_none" };
    expect(stripeDifferences([card], [told, strange], unknown)).toMatchObject([
      { kind: "stripe_unknown", subject: "pi_3", found_vnd: 70_000 },
    ]);
    expect(stripeDifferences([card], [told, strange], () => true)).toEqual([]);
  });
});
