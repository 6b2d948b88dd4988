import { describe, expect, it } from "vitest";
import { monthAsked, monthWeeks, seatShares } from "./month";

describe("a month on the wall", () => {
  it("begins its weeks on Monday and leaves other months' days empty", () => {
    const weeks = monthWeeks("2026-11");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
  });
  it("a February of four whole weeks has four rows", () => {
    const weeks = monthWeeks("2027-02");
    expect(weeks).toHaveLength(4);
    expect(weeks[0]?.[0]).toBe("2027-02-01");
    expect(weeks[3]?.[6]).toBe("2027-02-28");
  });
  it("months before the counted Monday fall on their weekdays too", () => {
    expect(monthWeeks("2024-02")[0]?.indexOf("2024-02-01")).toBe(3);
    expect(monthWeeks("2024-02").flat().filter(Boolean)).toHaveLength(29);
  });
  it("an address that names no month asks for none", () => {
    expect(monthAsked("2026-12")).toBe("2026-12");
    for (const text of ["2026-13", "2026-1", "2026-12-01", "", null, "x"]) {
      expect(monthAsked(text)).toBeUndefined();
    }
  });
});

describe("the bar of seats", () => {
  it("shows guests first and holds behind them", () => {
    expect(seatShares({ capacity: 15, confirmed: 12, held: 3 })).toEqual({
      confirmed: 80,
      taken: 100,
    });
    expect(seatShares({ capacity: 20, confirmed: 0, held: 5 })).toEqual({
      confirmed: 0,
      taken: 25,
    });
  });
  it("a departure without seats is empty, or full of those who booked before", () => {
    expect(seatShares({ capacity: 0, confirmed: 0, held: 0 })).toEqual({ confirmed: 0, taken: 0 });
    expect(seatShares({ capacity: 0, confirmed: 2, held: 0 })).toEqual({
      confirmed: 100,
      taken: 100,
    });
  });
});
