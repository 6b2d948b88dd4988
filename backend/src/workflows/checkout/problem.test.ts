import { describe, expect, it } from "vitest";
import {
  problemMessage,
  problemOf,
  type Sellable,
  type VisitFacts,
  visitProblemOf,
} from "./problem";

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

describe("Whether a booked visit can be bought", () => {
  const now = new Date("2026-11-21T03:00:00Z");
  const at = { now, today };
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
  const farm: Sellable = { ...honey, kind: "tour", stock: null };
  const line = { quantity: 1, unit_price: 500_000, total: 500_000 };
  const departure = {
    starts_at: minutes(600),
    cutoff_at: minutes(480),
    status: "open" as const,
    seats_left: 0,
  };
  const held: VisitFacts = {
    status: "ON_HOLD",
    amount_vnd: 500_000,
    pax: 2,
    expires_at: minutes(1),
    departure,
  };
  const ranOut = { ...held, expires_at: now };

  it("keeps its promise while the hold lives, also on a full departure and after the cut-off", () => {
    expect(visitProblemOf(farm, line, held, at)).toBeNull();
    const late = { ...held, departure: { ...departure, cutoff_at: now } };
    expect(visitProblemOf(farm, line, late, at)).toBeNull();
  });

  it("needs seats that are still free once the hold ran out", () => {
    const left = (seats_left: number) =>
      visitProblemOf(farm, line, { ...ranOut, departure: { ...departure, seats_left } }, at);
    expect(left(1)).toBe("departure_full");
    expect(left(2)).toBeNull();
    const reaped = { ...ranOut, status: "EXPIRED" as const };
    expect(visitProblemOf(farm, line, reaped, at)).toBe("departure_full");
    const late = { ...departure, seats_left: 9, cutoff_at: now };
    expect(visitProblemOf(farm, line, { ...ranOut, departure: late }, at)).toBe("departure_closed");
  });

  it("refuses a departure that is closed or past, whatever is held", () => {
    const closed = { ...held, departure: { ...departure, status: "closed" as const } };
    expect(visitProblemOf(farm, line, closed, at)).toBe("departure_closed");
    const past = { ...held, departure: { ...departure, starts_at: now } };
    expect(visitProblemOf(farm, line, past, at)).toBe("departure_closed");
  });

  it("refuses a line that is not as it was booked", () => {
    const bad = [{ quantity: 2 }, { unit_price: 1 }, { total: 499_999 }];
    for (const over of bad) {
      expect(visitProblemOf(farm, { ...line, ...over }, held, at)).toBe("tour_not_bookable");
    }
    expect(visitProblemOf(farm, line, undefined, at)).toBe("tour_not_bookable");
    for (const status of ["CANCELLED", "CONFIRMED", "REDEEMED"] as const) {
      expect(visitProblemOf(farm, line, { ...held, status }, at)).toBe("tour_not_bookable");
    }
    const refunded = { ...held, status: "EXPIRED_REFUND" as const };
    expect(visitProblemOf(farm, line, refunded, at)).toBe("departure_full");
  });

  it("refuses a host who receives nobody now, and a tour that is not shown", () => {
    const suspended = { ...farm, producer: { ...open, status: "suspended" as const } };
    expect(visitProblemOf(suspended, line, held, at)).toBe("producer_closed");
    expect(visitProblemOf({ ...farm, is_published: false }, line, held, at)).toBe("not_for_sale");
  });
});
