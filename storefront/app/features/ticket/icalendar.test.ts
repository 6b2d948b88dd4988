import { describe, expect, it } from "vitest";
import { type CalendarEntry, icalendar } from "./icalendar";

const NOW = new Date("2026-11-22T02:28:05.123Z");

function anEntry(facts: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: "0b2f@cholang.example",
    starts_at: new Date("2026-11-28T01:30:00.000Z"),
    ends_at: new Date("2026-11-28T04:30:00.000Z"),
    summary: "Đi làng: Một buổi bên bàn xoay",
    description: "Mã vé: K7FQ-3QMZ",
    location: "Cổng đình, Bát Tràng",
    place: { lat: 20.97612345, lng: 105.9131 },
    url: "https://cholang.example/tickets/0b2f?token=a,b;c",
    isCancelled: false,
    reminder: "Ngày mai: Một buổi bên bàn xoay",
    ...facts,
  };
}

/** The lines as a calendar reads them: folds undone. */
function linesOf(text: string): string[] {
  return text.replace(/\r\n /g, "").split("\r\n");
}

describe("a visit in the calendar", () => {
  it("is an entry in UTC with its place, and a reminder a day before", () => {
    const lines = linesOf(icalendar(anEntry(), NOW));
    expect(lines).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Cho Lang//Ticket//VI",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      "UID:0b2f@cholang.example",
      "DTSTAMP:20261122T022805Z",
      "DTSTART:20261128T013000Z",
      "DTEND:20261128T043000Z",
      "SUMMARY:Đi làng: Một buổi bên bàn xoay",
      "DESCRIPTION:Mã vé: K7FQ-3QMZ",
      "LOCATION:Cổng đình\\, Bát Tràng",
      "GEO:20.976123;105.913100",
      "URL:https://cholang.example/tickets/0b2f?token=a,b;c",
      "STATUS:CONFIRMED",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:Ngày mai: Một buổi bên bàn xoay",
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("escapes what has a meaning, and keeps no control characters", () => {
    const description = "a\\b;c,d\r\nhai\u0007 dòng";
    const lines = linesOf(icalendar(anEntry({ description }), NOW));
    expect(lines).toContain("DESCRIPTION:a\\\\b\\;c\\,d\\nhai dòng");
  });

  it("folds at 75 octets and never inside a letter", () => {
    const description = "Ễ Ự Ặ Ỗ ".repeat(60);
    const text = icalendar(anEntry({ description }), NOW);
    const sizes = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
    expect(Math.max(...sizes)).toBeGreaterThan(71);
    expect(text).not.toContain("\uFFFD");
    expect(linesOf(text)).toContain(`DESCRIPTION:${description}`);
  });

  it("ends every line with CR and LF", () => {
    const text = icalendar(anEntry(), NOW);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  });

  it("of a cancelled visit says so and rings no more; a place unknown is left out", () => {
    const lines = linesOf(icalendar(anEntry({ isCancelled: true, place: null }), NOW));
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines.some((line) => /^(GEO|BEGIN:VALARM)/.test(line))).toBe(false);
  });
});
