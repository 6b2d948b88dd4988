import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressHash,
  expandRule,
  instantOf,
  planSchedule,
  quoteParty,
  requestHash,
  type StandingDeparture,
  scheduleSpan,
  type WantedDeparture,
  wantedDepartures,
  weekdayOf,
} from "./rules";

const always = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  times: ["06:00"],
  season_from: null,
  season_to: null,
  valid_from: null,
  valid_until: null,
  blackout_dates: [],
};
const days = (starts: { local_date: string }[]) => starts.map(({ local_date }) => local_date);

describe("A schedule", () => {
  it("puts a tour at six in the morning on its own day, which in UTC is the day before", () => {
    expect(expandRule(always, "2026-12-05", "2026-12-05")).toEqual([
      { local_date: "2026-12-05", starts_at: new Date("2026-12-04T23:00:00Z") },
    ]);
    expect(instantOf("2026-12-05", "00:00")).toEqual(new Date("2026-12-04T17:00:00Z"));
    expect(instantOf("2026-12-05", "23:59")).toEqual(new Date("2026-12-05T16:59:00Z"));
  });

  it("refuses a time of day that there is not", () => {
    for (const time of ["24:00", "6:00", "12:60", "noon", ""]) {
      expect(() => instantOf("2026-12-05", time)).toThrow(RangeError);
    }
  });

  it("knows Monday from Sunday, also before 1970", () => {
    expect(weekdayOf("2026-11-23")).toBe(1);
    expect(weekdayOf("2026-11-22")).toBe(7);
    expect(weekdayOf("1969-12-31")).toBe(3);
  });

  it("departs on its weekdays only, several times a day in the order of time", () => {
    const weekends = { ...always, weekdays: [6, 7], times: ["14:00", "08:30", "08:30"] };
    const starts = expandRule(weekends, "2026-11-23", "2026-11-30");
    expect(starts.map(({ starts_at }) => starts_at.toISOString())).toEqual([
      "2026-11-28T01:30:00.000Z",
      "2026-11-28T07:00:00.000Z",
      "2026-11-29T01:30:00.000Z",
      "2026-11-29T07:00:00.000Z",
    ]);
  });

  it("keeps to its season, the first and the last day included", () => {
    const spring = { ...always, season_from: "02-01", season_to: "04-30" };
    expect(days(expandRule(spring, "2027-01-31", "2027-02-02"))).toEqual([
      "2027-02-01",
      "2027-02-02",
    ]);
    expect(days(expandRule(spring, "2027-04-29", "2027-05-02"))).toEqual([
      "2027-04-29",
      "2027-04-30",
    ]);
  });

  it("may have a season over New Year", () => {
    const winter = { ...always, season_from: "12-15", season_to: "01-15" };
    expect(days(expandRule(winter, "2026-12-13", "2026-12-16"))).toEqual([
      "2026-12-15",
      "2026-12-16",
    ]);
    expect(days(expandRule(winter, "2027-01-14", "2027-01-17"))).toEqual([
      "2027-01-14",
      "2027-01-15",
    ]);
    expect(expandRule(winter, "2027-06-01", "2027-06-30")).toEqual([]);
  });

  it("leaves out the days that the host struck out, and those outside its validity", () => {
    const rule = {
      ...always,
      valid_from: "2026-12-02",
      valid_until: "2026-12-05",
      blackout_dates: ["2026-12-04"],
    };
    expect(days(expandRule(rule, "2026-12-01", "2026-12-31"))).toEqual([
      "2026-12-02",
      "2026-12-03",
      "2026-12-05",
    ]);
    expect(expandRule(rule, "2026-12-06", "2026-12-31")).toEqual([]);
  });

  it("reaches eighteen months ahead", () => {
    expect(scheduleSpan("2026-11-22")).toEqual({ from: "2026-11-22", to: "2028-05-22" });
    const { from, to } = scheduleSpan("2026-11-22");
    expect(expandRule(always, from, to)).toHaveLength(548);
  });

  it("never leaves its day in Vietnam, whatever the day and the time", () => {
    const aDay = fc.integer({ min: 0, max: 2000 }).map((count) => addDays("2026-01-01", count));
    const aTime = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    fc.assert(
      fc.property(aDay, aTime, (day, time) => {
        const [start] = expandRule({ ...always, times: [time] }, day, day);
        expect(start?.local_date).toBe(day);
        expect(todayInVietnam(start?.starts_at ?? new Date(0))).toBe(day);
      }),
    );
  });
});

describe("The departures that rules want", () => {
  const option = { id: "opt_1", cutoff_minutes: 90 };
  const rule = {
    ...always,
    id: "rule_1",
    option_id: "opt_1",
    position: 1,
    capacity: 10,
    price_percent: 100,
  };
  const span = { from: "2026-12-05", to: "2026-12-06" };

  it("end booking so many minutes before the start", () => {
    expect(wantedDepartures(option, [rule], span)[0]).toEqual({
      option_id: "opt_1",
      rule_id: "rule_1",
      starts_at: new Date("2026-12-04T23:00:00Z"),
      local_date: "2026-12-05",
      cutoff_at: new Date("2026-12-04T21:30:00Z"),
      capacity: 10,
      price_percent: 100,
    });
  });

  it("follow the first of two rules that want the same start", () => {
    const later = { ...rule, id: "rule_2", position: 2, capacity: 4 };
    const weekday = { ...rule, weekdays: [6] };
    const wanted = wantedDepartures(option, [later, weekday], span);
    expect(wanted.map(({ rule_id }) => rule_id)).toEqual(["rule_1", "rule_2"]);
  });

  const wanted = wantedDepartures(option, [rule], { from: "2026-12-05", to: "2026-12-08" });
  const stand = (one: WantedDeparture, over: Partial<StandingDeparture> = {}) => ({
    ...one,
    id: `dep_${one.local_date}`,
    is_touched: false,
    ...over,
  });

  it("are added where there are none, and only there", () => {
    expect(planSchedule([], wanted)).toEqual({ add: wanted, change: [], remove: [], kept: 0 });
    const standing = wanted.map((one) => stand(one));
    expect(planSchedule(standing, wanted)).toEqual({ add: [], change: [], remove: [], kept: 4 });
  });

  it("replace untouched ones and leave touched ones and those made by hand alone", () => {
    const [first, second, third, fourth] = wanted;
    if (!first || !second || !third || !fourth) throw new Error("four days");
    const standing = [
      stand(first, { capacity: 8 }),
      stand(second, { capacity: 8, is_touched: true }),
      stand(third, { capacity: 8, rule_id: null }),
      stand(fourth),
    ];
    const plan = planSchedule(standing, wanted.slice(0, 3));
    expect(plan).toEqual({
      add: [],
      change: [{ ...first, id: "dep_2026-12-05" }],
      remove: ["dep_2026-12-08"],
      kept: 2,
    });
  });

  it("are changed for a new percent or cut-off too", () => {
    for (const over of [
      { price_percent: 120 },
      { cutoff_at: new Date(0) },
      { rule_id: "rule_9" },
    ]) {
      const standing = wanted.map((one) => stand(one, over));
      expect(planSchedule(standing, wanted).change).toHaveLength(4);
    }
  });
});

describe("A request for seats", () => {
  const base = { departure_id: "dep_1", cart_id: "cart_1", party: { a: 2, b: 1 } };

  it("is the same however its party is written", () => {
    expect(requestHash({ ...base, party: { b: 1, c: 0, a: 2 } })).toBe(requestHash(base));
  });

  it("is another one for another departure, cart or party", () => {
    const others = [
      { ...base, departure_id: "dep_2" },
      { ...base, cart_id: "cart_2" },
      { ...base, cart_id: null },
      { ...base, party: { a: 2 } },
      { ...base, party: { a: 1, b: 2 } },
    ];
    const hashes = [base, ...others].map(requestHash);
    expect(new Set(hashes).size).toBe(6);
  });

  it("keeps no address that can be read, and tells two apart", () => {
    const hash = addressHash("203.0.113.7", "secret");
    expect(hash).not.toContain("203");
    expect(hash).toBe(addressHash("203.0.113.7", "secret"));
    expect(hash).not.toBe(addressHash("203.0.113.8", "secret"));
    expect(hash).not.toBe(addressHash("203.0.113.7", "another"));
  });

  it("becomes one ticket for each who comes, at that day's price", () => {
    const unit = { age_min: null, age_max: null, accompanied_by: [] };
    const units = [
      { ...unit, id: "a", kind: "ADULT" as const, price_vnd: 200_000, pax_count: 1 },
      { ...unit, id: "f", kind: "FAMILY" as const, price_vnd: 500_000, pax_count: 4 },
      { ...unit, id: "i", kind: "INFANT" as const, price_vnd: 0, pax_count: 0 },
    ];
    expect(quoteParty(units, { i: 1, a: 2, f: 0 }, 110)).toEqual({
      pax: 2,
      amount_vnd: 440_000,
      party: [
        { unit_id: "a", kind: "ADULT", count: 2, price_vnd: 220_000 },
        { unit_id: "i", kind: "INFANT", count: 1, price_vnd: 0 },
      ],
      items: [
        { unit_id: "a", kind: "ADULT", price_vnd: 220_000 },
        { unit_id: "a", kind: "ADULT", price_vnd: 220_000 },
        { unit_id: "i", kind: "INFANT", price_vnd: 0 },
      ],
    });
  });
});
