import { describe, expect, it } from "vitest";
import { holdFault, placeOfFault } from "./hold-fault";
import { askedMonth, readVisit, visitSearch } from "./visit-query";
import { weeksOf } from "./weeks";

const read = (search: string) => readVisit(new URLSearchParams(search));

describe("the address of a tour's page", () => {
  it("comes back unchanged", () => {
    const search =
      "?option=opt_1&month=2026-11&date=2026-11-28&departure=dep_1&units.unit_a=2&party=4";
    expect(visitSearch(read(search))).toBe(search);
  });

  it("counts what cannot be read as not asked", () => {
    const asked = read("month=2026-13&date=2026-02-30&departure=../x&option=%00&party=0");
    expect(visitSearch(asked)).toBe("");
    expect(askedMonth(asked)).toBeNull();
  });

  it("opens the month of its day unless another month is asked for", () => {
    expect(askedMonth(read("date=2026-12-05"))).toBe("2026-12");
    expect(askedMonth(read("date=2026-12-05&month=2027-01"))).toBe("2027-01");
  });

  it("takes an empty number for nobody and words for no number", () => {
    const { units } = read("units.a=&units.b=-1&units.c=two&units.d=3");
    expect(units).toEqual({ a: 0, b: Number.NaN, c: Number.NaN, d: 3 });
  });

  it("reads no more units than a form can have", () => {
    const many = Array.from({ length: 500 }, (_, index) => `units.u${index}=1`).join("&");
    expect(Object.keys(read(many).units)).toHaveLength(20);
  });
});

describe("a calendar's weeks", () => {
  const days = (month: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: `${month}-${String(index + 1).padStart(2, "0")}`,
    }));

  it("begin on Monday and have seven days each", () => {
    // 1 November 2026 is a Sunday.
    const weeks = weeksOf(days("2026-11", 30));
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([
      ...Array(6).fill(null),
      "2026-11-01",
    ]);
    expect(weeks[5]?.[0]?.date).toBe("2026-11-30");
  });

  it("fit a February of four weeks exactly", () => {
    // 1 February 2027 is a Monday.
    const weeks = weeksOf(days("2027-02", 28));
    expect(weeks).toHaveLength(4);
    expect(weeks.flat()).not.toContain(null);
  });
});

describe("why seats were not held", () => {
  it("is said beside the unit that the backend names", () => {
    const fields = { "units.unit_child": "not_accompanied" };
    const fault = holdFault({ status: 400, code: "invalid_fields", fields });
    expect(fault).toEqual({ code: "not_accompanied", unit_id: "unit_child" });
    expect(placeOfFault(fault)).toBe("party");
  });

  it("is said beside the departures when they are the matter", () => {
    const fault = holdFault({ status: 400, code: "departure_full", fields: {} });
    expect(placeOfFault(fault)).toBe("departure");
    const gone = holdFault({ status: 404, code: "not_found", fields: {} });
    expect(gone.code).toBe("departure_gone");
  });

  it("is said above the form when nothing in it can be changed", () => {
    const fault = holdFault({ status: 400, code: "too_many_holds_in_cart", fields: {} });
    expect(placeOfFault(fault)).toBe("page");
  });
});
