import type { Language } from "./language";

/**
 * A calendar day in Vietnam, written "YYYY-MM-DD". Such strings sort and compare by < and > in the
 * order of time. It is not an instant: a day here begins at 17:00Z of the day before.
 */
export type LocalDate = string;

// Vietnam has kept UTC+7 without summer time since 1975, so the zone is a constant and no result
// depends on the machine's own time zone or on its zone data.
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN_DATE = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

const MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

/** The day it is in Vietnam at this instant: 17:00Z already belongs to the next day. */
export function todayInVietnam(now: Date): LocalDate {
  return isoOf(now.getTime() + VIETNAM_OFFSET_MS);
}

/** The instant at which a day begins in Vietnam (00:00+07:00). */
export function startOfDayInVietnam(date: LocalDate): Date {
  return new Date(utcOf(date) - VIETNAM_OFFSET_MS);
}

/** The next instant at which the day changes in Vietnam, always later than now, at most 24 h. */
export function nextMidnightInVietnam(now: Date): Date {
  return startOfDayInVietnam(addDays(todayInVietnam(now), 1));
}

/** The day this many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoOf(utcOf(date) + days * DAY_MS);
}

/**
 * The same day this many months later, or earlier when negative; a day that the month lacks
 * becomes its last one: 31 January and one month is 28 or 29 February.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = new Date(utcOf(date));
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1);
  const month = new Date(first);
  const length = new Date(
    Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0),
  ).getUTCDate();
  return isoOf(first + (Math.min(start.getUTCDate(), length) - 1) * DAY_MS);
}

/** Whole days from the first to the second day; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** The month of a day, 1 to 12. */
export function monthOf(date: LocalDate): number {
  return new Date(utcOf(date)).getUTCMonth() + 1;
}

/**
 * Reads a day as forms send it ("2026-11-21") or as people write it ("21/11/2026", "1.2.2026").
 * Null when it is not a day of the calendar or its year is outside 1900 to 2199.
 */
export function parseLocalDate(text: string): LocalDate | null {
  const trimmed = text.trim();
  const iso = ISO_DATE.exec(trimmed);
  const written = WRITTEN_DATE.exec(trimmed);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : written
      ? [Number(written[3]), Number(written[2]), Number(written[1])]
      : [0, 0, 0];
  if (year < 1900 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? isoOf(date.getTime()) : null;
}

/** A day for people: "21.11.2026" in Vietnamese, "21 Nov 2026" in English. */
export function formatDate(date: LocalDate, language: Language): string {
  const [year = "", month = "", day = ""] = isoOf(utcOf(date)).split("-");
  if (language === "vi") return `${day}.${month}.${year}`;
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1]} ${year}`;
}

/** The day of the week, in the middle of a sentence: "thứ bảy", "Saturday". */
export function formatWeekday(date: LocalDate, language: Language): string {
  return WEEKDAYS[language][new Date(utcOf(date)).getUTCDay()] ?? "";
}

/** The time of day in Vietnam at an instant, 24 hours: "08:30". */
export function formatTimeInVietnam(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

/** An instant for people, as it was in Vietnam: "08:30, 21.11.2026", "08:30, 21 Nov 2026". */
export function formatInstant(instant: Date, language: Language): string {
  return `${formatTimeInVietnam(instant)}, ${formatDate(todayInVietnam(instant), language)}`;
}

/** Milliseconds of the day's UTC midnight; a broken date is a fault of our own and falls loudly. */
function utcOf(date: LocalDate): number {
  const parts = ISO_DATE.exec(date);
  if (!parts) throw new RangeError(`A date must be written YYYY-MM-DD, but it is "${date}".`);
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (isoOf(time) !== date) throw new RangeError(`There is no such day as "${date}".`);
  return time;
}

function isoOf(utcMs: number): LocalDate {
  return new Date(utcMs).toISOString().slice(0, 10);
}
