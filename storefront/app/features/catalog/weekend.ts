import { addDays, daysBetween, type LocalDate } from "@cho-lang/shared/calendar";

/** A Saturday, from which others are counted. */
const SATURDAY: LocalDate = "2026-01-03";

/** Saturday and Sunday of this week; on a Sunday, today and next Saturday. */
export function weekend(today: LocalDate): LocalDate[] {
  const sinceSaturday = ((daysBetween(SATURDAY, today) % 7) + 7) % 7;
  if (sinceSaturday === 1) return [today, addDays(today, 6)];
  const saturday = addDays(today, (7 - sinceSaturday) % 7);
  return [saturday, addDays(saturday, 1)];
}
