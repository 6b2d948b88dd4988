import type { OrderProgress } from "@cho-lang/shared/contracts/purchase";
import { describe, expect, it } from "vitest";
import { askedSum, canAsk, canWithdraw, fitsLine, type SumFacts, waysFor } from "./asking";

type Facts = Parameters<typeof canAsk>[0];
const DELIVERED = "2026-11-20T03:00:00.000Z";
const SOON = new Date("2026-11-27T03:00:00.000Z");

function anOrder(progress: OrderProgress, facts: Partial<Facts> = {}): Facts {
  return {
    progress,
    history: [{ progress, at: DELIVERED }],
    total_vnd: 300_000,
    due_vnd: 0,
    ...facts,
  };
}

describe("the way to ask", () => {
  it("is open for seven days after delivery, to the second", () => {
    expect(canAsk(anOrder("delivered"), [], SOON)).toBe(true);
    expect(canAsk(anOrder("delivered"), [], new Date(SOON.getTime() + 1))).toBe(false);
  });

  it("is open before anything is sent, paid or not", () => {
    expect(canAsk(anOrder("to_pack", { due_vnd: 300_000 }), [], SOON)).toBe(true);
    expect(canAsk(anOrder("booked"), [], SOON)).toBe(true);
  });

  it("is closed for a parcel on its way that nobody has paid, and for what went back", () => {
    expect(canAsk(anOrder("shipped", { due_vnd: 300_000 }), [], SOON)).toBe(false);
    expect(canAsk(anOrder("shipped"), [], SOON)).toBe(true);
    for (const progress of ["refused", "returned", "cancelled"] as const) {
      expect(canAsk(anOrder(progress), [], SOON)).toBe(false);
    }
  });

  it("waits for an earlier request to end", () => {
    expect(canAsk(anOrder("delivered"), ["open"], SOON)).toBe(false);
    expect(canAsk(anOrder("delivered"), ["refunded", "paying"], SOON)).toBe(false);
    expect(canAsk(anOrder("delivered"), ["refused", "withdrawn"], SOON)).toBe(true);
  });

  it("leads back until the goods have come or the money is on its way", () => {
    expect(canWithdraw({ state: "to_send_back", received_at: null })).toBe(true);
    expect(canWithdraw({ state: "to_send_back", received_at: DELIVERED })).toBe(false);
    expect(canWithdraw({ state: "paying", received_at: null })).toBe(false);
  });
});

describe("keeping or sending back", () => {
  const delivered = { is_whole: false, order: { progress: "delivered" as const } };
  const goods = [{ is_visit: false }];

  it("is the buyer's choice for damaged goods, and none for spoiled ones", () => {
    expect(waysFor(delivered, "damaged", goods)).toEqual(["refund", "return"]);
    expect(waysFor(delivered, "spoiled", goods)).toEqual(["refund"]);
    expect(waysFor(delivered, "changed_mind", goods)).toEqual(["return"]);
  });

  it("is none for a visit, nor for what is called off as a whole", () => {
    expect(waysFor(delivered, "other", [{ is_visit: true }, ...goods])).toEqual(["refund"]);
    const whole = { is_whole: true, order: { progress: "to_pack" as const } };
    expect(waysFor(whole, "changed_mind", [])).toEqual(["refund"]);
  });

  it("a reason of goods is not said of a visit, nor the other way round", () => {
    expect(fitsLine("damaged", { is_visit: true })).toBe(false);
    expect(fitsLine("visit_not_held", { is_visit: true })).toBe(true);
    expect(fitsLine("visit_not_held", { is_visit: false })).toBe(false);
    expect(fitsLine("other", { is_visit: true })).toBe(true);
  });
});

describe("the sum that is asked for", () => {
  const line = { total_vnd: 100_000, quantity: 3, chosen: 0, is_visit: false };
  const facts: SumFacts = {
    collected_vnd: 230_000,
    shipping_vnd: 30_000,
    is_whole: false,
    by_rules_vnd: null,
    lines: [line, { ...line, quantity: 1 }],
  };
  const choosing = (...chosen: number[]) => ({
    ...facts,
    lines: facts.lines.map((each, index) => ({ ...each, chosen: chosen[index] ?? 0 })),
  });

  it("is the chosen part, in whole đồng", () => {
    expect(askedSum(choosing(0, 0), "damaged")).toBe(0);
    expect(askedSum(choosing(2, 0), "damaged")).toBe(66_666);
  });

  it("has the carriage when all goods are chosen, unless the buyer's mind has changed", () => {
    expect(askedSum(choosing(3, 1), "damaged")).toBe(230_000);
    expect(askedSum(choosing(3, 1), "changed_mind")).toBe(200_000);
    expect(askedSum(choosing(3, 0), "damaged")).toBe(100_000);
  });

  it("does not need the visits for the carriage, and has none without goods", () => {
    const visit = { ...line, is_visit: true, quantity: 1 };
    const mixed = { ...facts, collected_vnd: 900_000 };
    const goods = { ...mixed, lines: [{ ...line, chosen: 3 }, visit] };
    expect(askedSum(goods, "damaged")).toBe(130_000);
    expect(askedSum({ ...mixed, lines: [{ ...visit, chosen: 1 }] }, "other")).toBe(100_000);
  });

  it("is never above what came in", () => {
    const short = { ...choosing(3, 1), collected_vnd: 150_000 };
    expect(askedSum(short, "damaged")).toBe(150_000);
  });

  it("of a whole order is all that was paid, or what a visit's rules give", () => {
    const whole = { ...facts, is_whole: true, by_rules_vnd: 115_000 };
    expect(askedSum(whole, "cannot_come")).toBe(115_000);
    expect(askedSum(whole, "visit_not_held")).toBe(230_000);
    expect(askedSum({ ...whole, by_rules_vnd: null }, "changed_mind")).toBe(230_000);
  });
});
