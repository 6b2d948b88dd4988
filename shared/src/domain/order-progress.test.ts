import { describe, expect, it } from "vitest";
import { historyOf, judgeStep, type OrderStamps, progressOf } from "./order-progress";
import { ORDER_STEPS } from "./purchase";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
const fresh: OrderStamps = {
  has_parcel: true,
  confirmed_at: null,
  packed_at: null,
  shipped_at: null,
  delivered_at: null,
  refused_at: null,
  returned_at: null,
  cancelled_at: null,
};
const confirmed = { ...fresh, confirmed_at: at(1) };
const packed = { ...confirmed, packed_at: at(2) };
const shipped = { ...packed, shipped_at: at(3) };
const delivered = { ...shipped, delivered_at: at(4) };
const cancelled = { ...packed, cancelled_at: at(3) };

describe("How far an order has come", () => {
  it("is told by the furthest step that was done", () => {
    expect([fresh, confirmed, packed, shipped, delivered, cancelled].map(progressOf)).toEqual([
      "to_confirm",
      "to_pack",
      "to_ship",
      "shipped",
      "delivered",
      "cancelled",
    ]);
  });

  it("is written down oldest first", () => {
    expect(historyOf({ ...cancelled, placed_at: at(0) })).toEqual([
      { progress: "to_confirm", at: "2026-11-21T00:00:00.000Z" },
      { progress: "to_pack", at: "2026-11-21T01:00:00.000Z" },
      { progress: "to_ship", at: "2026-11-21T02:00:00.000Z" },
      { progress: "cancelled", at: "2026-11-21T03:00:00.000Z" },
    ]);
  });

  it("goes one step at a time", () => {
    expect(judgeStep(fresh, "confirm")).toMatchObject({ kind: "do", stamp: "confirmed_at" });
    expect(judgeStep(fresh, "pack")).toMatchObject({ code: "order_not_confirmed" });
    expect(judgeStep(confirmed, "ship")).toMatchObject({ code: "order_not_packed" });
    expect(judgeStep(packed, "deliver")).toMatchObject({ code: "order_not_shipped" });
  });

  it("takes a step that is pressed twice as done", () => {
    expect(judgeStep(confirmed, "confirm")).toEqual({ kind: "repeat" });
    expect(judgeStep(delivered, "ship")).toEqual({ kind: "repeat" });
    expect(judgeStep(cancelled, "cancel")).toEqual({ kind: "repeat" });
  });

  it("can be cancelled until the parcel is on its way", () => {
    for (const stamps of [fresh, confirmed, packed]) {
      expect(judgeStep(stamps, "cancel").kind).toBe("do");
    }
    for (const stamps of [shipped, delivered]) {
      expect(judgeStep(stamps, "cancel")).toMatchObject({ code: "order_already_shipped" });
    }
  });

  it("ends with a cancellation", () => {
    for (const step of ORDER_STEPS.filter((name) => name !== "cancel")) {
      expect(judgeStep(cancelled, step)).toMatchObject({ code: "order_cancelled" });
    }
  });
});

describe("An order of visits only", () => {
  const booked = { ...fresh, has_parcel: false };
  const visited = { ...booked, delivered_at: at(4) };

  it("waits for its guests, has nothing to send, and ends when they have come", () => {
    expect(progressOf(booked)).toBe("booked");
    expect(progressOf(visited)).toBe("visited");
    expect(judgeStep(booked, "ship")).toMatchObject({ code: "order_has_no_parcel" });
    expect(historyOf({ ...visited, placed_at: at(0) }).map(({ progress }) => progress)).toEqual([
      "booked",
      "visited",
    ]);
  });

  it("can be cancelled until the guests have come", () => {
    expect(judgeStep(booked, "cancel")).toMatchObject({ kind: "do", to: "cancelled" });
    expect(judgeStep(visited, "cancel")).toMatchObject({ code: "order_already_visited" });
  });
});
