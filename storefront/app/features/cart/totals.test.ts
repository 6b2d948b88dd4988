import { describe, expect, it } from "vitest";
import { type CartGroup, type CartLine, cartSums, chosenOption, hasGoods, isVisit } from "./totals";

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
    visits_vnd: 0,
  };
}

function aLine(kind: "product" | "tour"): CartLine {
  return {
    id: kind,
    variant_id: "variant_1",
    product: { handle: kind, title: kind, kind },
    variant_title: "",
    unit: "",
    picture: null,
    quantity: 1,
    stock: null,
    price_vnd: 10_000,
    total_vnd: 10_000,
    problem: null,
    visit: null,
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
    const view = { groups: [tea, pots, visit], goods_vnd: 500_000, visits_vnd: 0 };
    expect(cartSums(view, { tea: "fast" })).toEqual({
      goods_vnd: 500_000,
      shipping_vnd: 110_000,
      visits_vnd: 0,
      total_vnd: 610_000,
      parcels: 2,
    });
  });

  it("parts what is paid in the village from the goods, and loses no đồng", () => {
    const view = { groups: [tea, visit], goods_vnd: 640_000, visits_vnd: 540_000 };
    expect(cartSums(view, {})).toMatchObject({
      goods_vnd: 100_000,
      shipping_vnd: 24_000,
      visits_vnd: 540_000,
      total_vnd: 664_000,
    });
  });

  it("asks for an address only when something is sent", () => {
    const visits = { groups: [{ ...visit, lines: [aLine("tour")] }] };
    expect(hasGoods(visits)).toBe(false);
    expect(hasGoods({ groups: [...visits.groups, { ...tea, lines: [aLine("product")] }] })).toBe(
      true,
    );
    // A tour that lost its booking is a visit still.
    expect(isVisit(aLine("tour"))).toBe(true);
  });
});
