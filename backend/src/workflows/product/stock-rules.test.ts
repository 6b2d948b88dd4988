import { describe, expect, it } from "vitest";
import { judgeStock } from "./stock-rules";

describe("Changing what lies on the shelf", () => {
  const shelf = { stocked: 12, reserved: 3 };

  it("adds or takes away the difference", () => {
    expect(judgeStock(shelf, { stock: 20, stock_seen: 12 })).toEqual({ kind: "adjust", by: 8 });
    expect(judgeStock(shelf, { stock: 5 })).toEqual({ kind: "adjust", by: -7 });
  });
  it("asks to look again when the stock changed meanwhile", () => {
    expect(judgeStock(shelf, { stock: 20, stock_seen: 13 })).toMatchObject({
      code: "stock_changed",
    });
  });
  it("takes a form that is sent twice as done", () => {
    expect(judgeStock(shelf, { stock: 12, stock_seen: 9 })).toEqual({ kind: "adjust", by: 0 });
  });
  it("never takes away what is promised to buyers", () => {
    expect(judgeStock(shelf, { stock: 3 })).toEqual({ kind: "adjust", by: -9 });
    expect(judgeStock(shelf, { stock: 2 })).toMatchObject({ code: "stock_below_reserved" });
  });
});
