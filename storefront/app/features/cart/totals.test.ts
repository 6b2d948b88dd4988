import { describe, expect, it } from "vitest";
import { type CartGroup, cartSums, chosenOption } from "./totals";

function aGroup(id: string, options: [id: string, price: number, isChosen?: boolean][]): CartGroup {
  return {
    producer: { id, handle: id, name: id, province: "Lào Cai" },
    lines: [],
    shipping_options: options.map(([option, price_vnd, is_chosen = false]) => ({
      id: option,
      name: option,
      note: "",
      price_vnd,
      is_chosen,
    })),
    goods_vnd: 0,
    shipping_vnd: 0,
  };
}

describe("what a cart costs", () => {
  const tea = aGroup("tea", [
    ["fast", 50_000],
    ["slow", 24_000],
  ]);
  const pots = aGroup("pots", [
    ["slow-pots", 30_000],
    ["fast-pots", 60_000, true],
  ]);
  const visit = aGroup("visit", []);

  it("takes the cheapest delivery until the buyer chooses", () => {
    expect(chosenOption(tea, {})?.id).toBe("slow");
    expect(chosenOption(tea, { tea: "fast" })?.id).toBe("fast");
    expect(chosenOption(pots, {})?.id).toBe("fast-pots");
  });

  it("forgets a choice that is no longer offered", () => {
    expect(chosenOption(tea, { tea: "balloon" })?.id).toBe("slow");
  });

  it("counts a parcel for each producer who sends something", () => {
    expect(cartSums({ groups: [tea, pots, visit], goods_vnd: 500_000 }, { tea: "fast" })).toEqual({
      goods_vnd: 500_000,
      shipping_vnd: 110_000,
      total_vnd: 610_000,
      parcels: 2,
    });
  });
});
