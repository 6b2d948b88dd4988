import { describe, expect, it } from "vitest";
import { cartChanges, parseIntent, parseQuantity, readCartForm } from "./cart-form";

function posted(entries: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return readCartForm(form);
}

function aLine(facts: Partial<Parameters<typeof cartChanges>[1][number]> = {}) {
  return { id: "cali_1", quantity: 2, stock: 10, problem: null, ...facts };
}

describe("the cart's one form", () => {
  it("knows its buttons, and takes any other for a change of quantities", () => {
    expect(parseIntent("more:cali_1")).toEqual({ deed: "more", line: "cali_1" });
    expect(parseIntent("checkout")).toEqual({ deed: "checkout" });
    expect(parseIntent("remove:../../admin")).toEqual({ deed: "update" });
    expect(parseIntent(null)).toEqual({ deed: "update" });
  });

  it("reads whole quantities from 0 to 999 only", () => {
    expect(parseQuantity(" 12 ")).toBe(12);
    expect(parseQuantity("0")).toBe(0);
    expect(parseQuantity("999")).toBe(999);
    for (const text of ["", "1000", "1.5", "-1", "ba", "1e2"]) {
      expect(parseQuantity(text)).toBeNull();
    }
  });

  it("adds the prices that stood beside the chosen deliveries to the goods", () => {
    const form = posted({
      intent: "checkout",
      seen_goods_vnd: "500000",
      "shipping.prdcr_a": "so_1:24000",
      "shipping.prdcr_b": "so_2:38000",
    });
    expect(form.shipping).toEqual({ prdcr_a: "so_1", prdcr_b: "so_2" });
    expect(form.seen_total_vnd).toBe(562_000);
  });

  it("takes no part of a forged value", () => {
    const form = posted({ seen_goods_vnd: "-1", "shipping.x y": "so_1:1", "quantity.$": "3" });
    expect(form).toEqual({
      intent: { deed: "update" },
      quantities: {},
      shipping: {},
      seen_total_vnd: 0,
    });
  });
});

describe("what changes in the cart", () => {
  it("+ and − step from the number that was typed, never below one", () => {
    const more = posted({ intent: "more:cali_1", "quantity.cali_1": "5" });
    expect(cartChanges(more, [aLine()]).changes).toEqual([{ line: "cali_1", quantity: 6 }]);
    const less = posted({ intent: "less:cali_1", "quantity.cali_1": "1" });
    expect(cartChanges(less, [aLine({ quantity: 1 })]).changes).toEqual([]);
  });

  it("keeps a number typed at another line when a button is pressed", () => {
    const form = posted({
      intent: "remove:cali_1",
      "quantity.cali_1": "2",
      "quantity.cali_2": "7",
    });
    expect(cartChanges(form, [aLine(), aLine({ id: "cali_2" })]).changes).toEqual([
      { line: "cali_1", quantity: 0 },
      { line: "cali_2", quantity: 7 },
    ]);
  });

  it("names the line whose number can't be read and changes the rest", () => {
    const form = posted({ intent: "update", "quantity.cali_1": "ba", "quantity.cali_2": "3" });
    expect(cartChanges(form, [aLine(), aLine({ id: "cali_2" })])).toEqual({
      changes: [{ line: "cali_2", quantity: 3 }],
      unreadable: ["cali_1"],
    });
  });

  it("takes as many as are left, or drops everything that can't be bought", () => {
    const lines = [
      aLine({ quantity: 9, stock: 4, problem: "quantity_above_stock" }),
      aLine({ id: "cali_2" }),
    ];
    expect(cartChanges(posted({ intent: "fit:cali_1" }), lines).changes).toEqual([
      { line: "cali_1", quantity: 4 },
    ]);
    expect(cartChanges(posted({ intent: "drop-troubled" }), lines).changes).toEqual([
      { line: "cali_1", quantity: 0 },
    ]);
  });

  it("keeps the party of a visit while its hold is extended", () => {
    const form = posted({ intent: "extend:cali_1", "quantity.cali_2": "7" });
    expect(form.intent).toEqual({ deed: "extend", line: "cali_1" });
    const visit = aLine({ quantity: 1, stock: null });
    expect(cartChanges(form, [visit, aLine({ id: "cali_2" })]).changes).toEqual([
      { line: "cali_2", quantity: 7 },
    ]);
  });

  it("passes over a line that is gone", () => {
    expect(cartChanges(posted({ intent: "more:cali_9" }), [aLine()]).changes).toEqual([]);
  });
});
