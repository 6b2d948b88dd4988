import type { ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { describe, expect, it } from "vitest";
import { groupByDeed, isTap, mayTake, nextDeed } from "./order-deed";

function anOrder(part: Partial<ProducerOrderRow>): ProducerOrderRow {
  return {
    id: "order_1",
    number: "2051",
    progress: "to_pack",
    placed_at: "2026-11-21T01:00:00.000Z",
    buyer: { name: "Chị Hường", province: "Hà Nội" },
    lines: [],
    has_parcel: true,
    total_vnd: 395_000,
    due_vnd: 395_000,
    ...part,
  };
}

describe("what comes next", () => {
  it("an order is accepted, packed, shipped and delivered, in this order", () => {
    expect(nextDeed("to_confirm")).toBe("confirm");
    expect(nextDeed("to_pack")).toBe("pack");
    expect(nextDeed("to_ship")).toBe("ship");
    expect(nextDeed("shipped")).toBe("deliver");
    expect(nextDeed("delivered")).toBeNull();
    expect(nextDeed("cancelled")).toBeNull();
  });
  it("a parcel on its way is delivered or not taken, and what was not taken comes back", () => {
    const actions = ["ship_orders"];
    expect(mayTake("refuse", { progress: "shipped", actions })).toBe(true);
    expect(mayTake("refuse", { progress: "shipped", actions: ["pack_orders"] })).toBe(false);
    expect(mayTake("refuse", { progress: "delivered", actions })).toBe(false);
    expect(nextDeed("refused")).toBe("take_back");
    expect(mayTake("take_back", { progress: "refused", actions })).toBe(true);
    expect(nextDeed("returned")).toBeNull();
  });
  it("one tap delivers what is paid; cash, a number or a choice want a form", () => {
    expect(isTap("deliver", 0)).toBe(true);
    expect(isTap("deliver", 1)).toBe(false);
    expect(isTap("pack", 395_000)).toBe(true);
    expect(isTap("ship", 0)).toBe(false);
    expect(isTap("take_back", 0)).toBe(false);
  });
  it("a visit is not packed: nothing moves it on but the guests, and an owner may cancel it", () => {
    expect(nextDeed("booked")).toBeNull();
    expect(nextDeed("visited")).toBeNull();
    const owner = ["pack_orders", "ship_orders", "cancel_orders"];
    expect(mayTake("cancel", { progress: "booked", actions: owner })).toBe(true);
    expect(mayTake("cancel", { progress: "visited", actions: owner })).toBe(false);
  });
  it("a seller packs but does not cancel, and nobody cancels what is on its way", () => {
    const actions = ["pack_orders", "ship_orders"];
    expect(mayTake("pack", { progress: "to_pack", actions })).toBe(true);
    expect(mayTake("cancel", { progress: "to_pack", actions })).toBe(false);
    const owner = [...actions, "cancel_orders"];
    expect(mayTake("cancel", { progress: "to_pack", actions: owner })).toBe(true);
    expect(mayTake("cancel", { progress: "shipped", actions: owner })).toBe(false);
  });
  it("orders to accept stand before those to pack and to ship", () => {
    const groups = groupByDeed([
      anOrder({ id: "a", progress: "to_ship" }),
      anOrder({ id: "b", progress: "to_confirm" }),
      anOrder({ id: "c", progress: "to_ship" }),
      anOrder({ id: "d", progress: "delivered" }),
    ]);
    expect(groups.map(({ progress, orders }) => [progress, orders.map(({ id }) => id)])).toEqual([
      ["to_confirm", ["b"]],
      ["to_ship", ["a", "c"]],
    ]);
  });
});
