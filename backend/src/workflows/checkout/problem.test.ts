import { describe, expect, it } from "vitest";
import { problemMessage, problemOf, type Sellable } from "./problem";

const today = "2026-11-21";
const open = { status: "open" as const, closed_from: null, closed_until: null };
const honey: Sellable = { is_published: true, kind: "goods", producer: open, stock: 5 };

describe("Whether something can be bought", () => {
  it("allows exactly what is in stock and names the rest", () => {
    expect(problemOf(honey, 5, today)).toBeNull();
    expect(problemOf(honey, 6, today)).toBe("quantity_above_stock");
    expect(problemOf({ ...honey, stock: 0 }, 1, today)).toBe("out_of_stock");
    expect(problemOf({ ...honey, stock: null }, 999, today)).toBeNull();
    expect(problemMessage("quantity_above_stock", 5)).toContain("5");
  });

  it("closes on the first and last day of a planned closure, not before or after", () => {
    const producer = { ...open, closed_from: "2026-11-21", closed_until: "2026-11-23" };
    const on = (day: string) => problemOf({ ...honey, producer }, 1, day);
    expect(on("2026-11-20")).toBeNull();
    expect(on("2026-11-21")).toBe("producer_closed");
    expect(on("2026-11-23")).toBe("producer_closed");
    expect(on("2026-11-24")).toBeNull();
  });

  it("refuses a suspended producer, a tour, a draft and what belongs to nobody", () => {
    const suspended = { ...open, status: "suspended" as const };
    expect(problemOf({ ...honey, producer: suspended }, 1, today)).toBe("producer_closed");
    expect(problemOf({ ...honey, kind: "tour" }, 1, today)).toBe("tour_not_bookable");
    expect(problemOf({ ...honey, is_published: false }, 1, today)).toBe("not_for_sale");
    expect(problemOf({ ...honey, producer: null }, 1, today)).toBe("not_for_sale");
    expect(problemOf(undefined, 1, today)).toBe("not_for_sale");
  });
});
