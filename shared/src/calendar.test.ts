import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  formatInstant,
  formatTimeInVietnam,
  formatWeekday,
  monthOf,
  nextMidnightInVietnam,
  parseLocalDate,
  startOfDayInVietnam,
  todayInVietnam,
} from "./calendar";

const days = fc.integer({ min: 0, max: 90_000 }).map((offset) => addDays("1950-01-01", offset));

describe("the day in Vietnam", () => {
  it("six in the morning in Vietnam is still yesterday in London, but today here", () => {
    expect(todayInVietnam(new Date("2026-11-20T23:00:00Z"))).toBe("2026-11-21");
  });

  it("the day changes at midnight in Vietnam, not a moment before", () => {
    expect(todayInVietnam(new Date("2026-11-21T16:59:59.999Z"))).toBe("2026-11-21");
    expect(todayInVietnam(new Date("2026-11-21T17:00:00.000Z"))).toBe("2026-11-22");
    expect(nextMidnightInVietnam(new Date("2026-11-21T16:59:59.999Z")).toISOString()).toBe(
      "2026-11-21T17:00:00.000Z",
    );
    expect(nextMidnightInVietnam(new Date("2026-11-21T17:00:00Z")).toISOString()).toBe(
      "2026-11-22T17:00:00.000Z",
    );
  });

  it("a day begins at five in the afternoon of the day before in universal time", () => {
    expect(startOfDayInVietnam("2026-11-21").toISOString()).toBe("2026-11-20T17:00:00.000Z");
  });

  it("the first instant of any day belongs to that day and the instant before does not", () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = startOfDayInVietnam(day);
        expect(todayInVietnam(start)).toBe(day);
        expect(todayInVietnam(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });
});

describe("counting days and months", () => {
  it("days run over the ends of months, years and leap years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-11-21", "2027-02-19")).toBe(90);
    expect(daysBetween("2026-11-21", "2026-11-20")).toBe(-1);
  });

  it("a month after the last of January is the last of February", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2024-02-29", 36)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });

  it("adding days and taking them away comes back to the same day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  it("the month of a day is counted from one", () => {
    expect(monthOf("2026-01-01")).toBe(1);
    expect(monthOf("2026-12-31")).toBe(12);
  });

  it("a day that does not exist is refused loudly in our own code", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => addDays("21.11.2026", 1)).toThrow(RangeError);
  });
});

describe("reading and writing days", () => {
  it("a day is read as forms send it and as people write it", () => {
    expect(parseLocalDate("2026-11-21")).toBe("2026-11-21");
    expect(parseLocalDate(" 21/11/2026 ")).toBe("2026-11-21");
    expect(parseLocalDate("1.2.2026")).toBe("2026-02-01");
    expect(parseLocalDate("01-02-2026")).toBe("2026-02-01");
  });

  it("what is not a day is not read as one", () => {
    for (const text of ["", "hôm nay", "2026-02-29", "31/4/2026", "2026-13-01", "2026-00-10"]) {
      expect(parseLocalDate(text)).toBeNull();
    }
    expect(parseLocalDate("1899-12-31")).toBeNull();
    expect(parseLocalDate("1900-01-01")).toBe("1900-01-01");
    expect(parseLocalDate("2199-12-31")).toBe("2199-12-31");
    expect(parseLocalDate("2200-01-01")).toBeNull();
  });

  it("dates are written with dots in Vietnamese and with the month's name in English", () => {
    expect(formatDate("2026-11-01", "vi")).toBe("01.11.2026");
    expect(formatDate("2026-11-21", "en")).toBe("21 Nov 2026");
    expect(formatDate("2026-02-01", "en")).toBe("1 Feb 2026");
  });

  it("the day of the week and the hour are those of Vietnam", () => {
    expect(formatWeekday("2026-11-21", "vi")).toBe("thứ bảy");
    expect(formatWeekday("2026-11-22", "vi")).toBe("chủ nhật");
    expect(formatWeekday("2026-11-22", "en")).toBe("Sunday");
    expect(formatTimeInVietnam(new Date("2026-11-20T23:05:00Z"))).toBe("06:05");
    expect(formatInstant(new Date("2026-11-20T23:05:00Z"), "vi")).toBe("06:05, 21.11.2026");
  });
});
