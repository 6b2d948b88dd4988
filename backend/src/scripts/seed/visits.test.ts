import { addDays, parseLocalDate } from "@cho-lang/shared/calendar";
import { GUIDE_LANGUAGES, MAX_OF_UNIT, partyFault } from "@cho-lang/shared/domain/booking";
import { describe, expect, it } from "vitest";
import { deal } from "./deal";
import { VISITS } from "./facts";
import { dealGuests, GUEST_DAYS, type GuestDay } from "./guests";
import { cutoffOf, TET_DAYS } from "./schedule";
import { type DealtVisit, dealVisits } from "./visits";

const ANCHOR = "2026-11-22";
const demo = deal(ANCHOR);
const visits = dealVisits(demo.products);

/** Departures at 08:30 on every day from the anchor on. */
function days(visit: DealtVisit, count = GUEST_DAYS + 7): GuestDay[] {
  return Array.from({ length: count }, (_, index) => {
    const local_date = addDays(ANCHOR, index);
    const starts_at = new Date(`${local_date}T08:30:00+07:00`);
    const capacity = visit.option.rules[0]?.capacity ?? 0;
    return { id: `${visit.handle}/${local_date}`, starts_at, local_date, capacity };
  });
}

function unitsOf(visit: DealtVisit) {
  return visit.option.units.map((unit) => ({ ...unit, id: unit.kind }));
}

function seats(visit: DealtVisit, party: Record<string, number>): number {
  return unitsOf(visit).reduce((sum, unit) => sum + unit.pax_count * (party[unit.kind] ?? 0), 0);
}

describe("the demo's visits", () => {
  it("every tour can be booked, and every fact is used once", () => {
    const tours = demo.products.filter(({ kind }) => kind === "tour");
    expect(visits.map(({ handle }) => handle)).toEqual(tours.map(({ handle }) => handle));
    expect(visits.length).toBeGreaterThanOrEqual(60);
    expect(new Set(VISITS.map(({ id }) => id)).size).toBe(tours.length);
    for (const { handle, option } of visits) {
      const { price_vnd, duration_hours } = tours.find((tour) => tour.handle === handle) ?? {};
      expect(option.units[0], handle).toMatchObject({ kind: "ADULT", price_vnd });
      expect(option.duration_minutes, handle).toBe(Number(duration_hours) * 60);
    }
  });

  it("each says in both languages where to meet, what is included and what happens when", () => {
    for (const { handle, option } of visits) {
      const { included_vi, included_en, program } = option;
      const texts = [
        option.title_vi,
        option.title_en,
        option.meeting_point_vi,
        option.meeting_point_en,
        option.directions_vi,
        option.directions_en,
        ...included_vi,
        ...included_en,
        ...program.flatMap(({ vi, en }) => [vi, en]),
      ];
      for (const text of texts) expect(text.trim(), handle).not.toBe("");
      expect(included_en, handle).toHaveLength(included_vi.length);
      expect(option.languages.every((language) => GUIDE_LANGUAGES.includes(language))).toBe(true);
      const minutes = program.map(({ minutes_after_start }) => minutes_after_start);
      expect(minutes[0], handle).toBe(0);
      expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
      expect(minutes.length, handle).toBeGreaterThanOrEqual(3);
      expect(Math.max(...minutes), handle).toBeLessThan(option.duration_minutes);
    }
  });

  it("prices are whole thousands, and nobody pays more for less", () => {
    for (const visit of visits) {
      const price = Object.fromEntries(unitsOf(visit).map((unit) => [unit.kind, unit.price_vnd]));
      const adult = price.ADULT ?? 0;
      for (const unit of visit.option.units) {
        expect(unit.price_vnd % 1000, visit.handle).toBe(0);
        if (unit.kind !== "FAMILY") expect(unit.price_vnd).toBeLessThanOrEqual(adult);
      }
      if (price.FAMILY) expect(price.FAMILY).toBeLessThan(2 * adult + 2 * (price.CHILD ?? 0));
    }
  });

  it("schedules open at times of the clock, in seasons, never at Tết", () => {
    expect(TET_DAYS).toContain("2027-02-05");
    expect(TET_DAYS).toContain("2027-02-08");
    for (const day of TET_DAYS) expect(parseLocalDate(day)).toBe(day);
    for (const { handle, option } of visits) {
      expect(option.rules.length, handle).toBeGreaterThan(0);
      const [rule] = option.rules;
      for (const { weekdays, times, capacity, blackout_dates } of option.rules) {
        for (const time of times) expect(time, handle).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(weekdays.every((day) => day >= 1 && day <= 7)).toBe(true);
        expect(blackout_dates).toEqual(TET_DAYS);
        expect(capacity).toBe(rule?.capacity);
        expect(capacity).toBeGreaterThanOrEqual(option.max_party);
      }
      expect(option.max_party).toBeLessThanOrEqual(MAX_OF_UNIT);
    }
    expect(visits.some(({ option }) => option.rules[0]?.season_from)).toBe(true);
  });

  it("some booking ends late in the evening before, whatever the hour of the seeding", () => {
    const late = VISITS.filter((fact) => fact.opens === "dawn" && fact.times?.includes("05:30"));
    expect(late.map(cutoffOf)).toEqual([360]);
  });
});

describe("the demo's guests", () => {
  const options = { anchor: ANCHOR, hasLogin: true };

  it("are the same on every run, each with a uuid of its own", () => {
    const all = visits.flatMap((visit) => dealGuests(visit, days(visit), options));
    expect(visits.flatMap((visit) => dealGuests(visit, days(visit), options))).toEqual(all);
    expect(new Set(all.map(({ uuid }) => uuid)).size).toBe(all.length);
    expect(all[0]?.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });

  it("come in parties that the tour takes, and never more than there are seats", () => {
    for (const visit of visits) {
      for (const hasLogin of [true, false]) {
        const taken = new Map<string, number>();
        for (const { departure_id, party } of dealGuests(visit, days(visit), {
          ...options,
          hasLogin,
        })) {
          expect(partyFault(visit.option, unitsOf(visit), party), visit.handle).toBeNull();
          taken.set(departure_id, (taken.get(departure_id) ?? 0) + seats(visit, party));
        }
        for (const count of taken.values()) {
          expect(count).toBeLessThanOrEqual(visit.option.rules[0]?.capacity ?? 0);
        }
      }
    }
  });

  it("leave some departures nearly full and some full", () => {
    const left = visits.flatMap((visit) => {
      const guests = dealGuests(visit, days(visit), options);
      return days(visit).map(({ id, capacity }) =>
        guests
          .filter(({ departure_id }) => departure_id === id)
          .reduce((rest, { party }) => rest - seats(visit, party), capacity),
      );
    });
    expect(left).toContain(0);
    for (const few of [1, 2, 3, 4]) expect(left).toContain(few);
  });

  it("come today and in the next two weeks only", () => {
    const [visit] = visits;
    if (!visit) throw new Error("There is no visit.");
    const dates = dealGuests(visit, days(visit), options).map(({ departure_id }) =>
      departure_id.slice(-10),
    );
    expect(dates).toContain(ANCHOR);
    expect(dates.every((date) => date <= addDays(ANCHOR, GUEST_DAYS))).toBe(true);
    const quiet = dealGuests(visit, days(visit), { ...options, hasLogin: false });
    expect(quiet.every(({ departure_id }) => !departure_id.endsWith(ANCHOR))).toBe(true);
  });
});
