import { daysBetween, formatTimeInVietnam, todayInVietnam } from "@cho-lang/shared/calendar";

/** A time of day in Vietnam, and how many days after the start that is. */
type Clock = { time: string; days: number };

/** The time this many minutes after a departure. */
export function clockAfter(starts_at: string, minutes: number): Clock {
  const start = new Date(starts_at);
  const then = new Date(start.getTime() + minutes * 60_000);
  return {
    time: formatTimeInVietnam(then),
    days: daysBetween(todayInVietnam(start), todayInVietnam(then)),
  };
}
