import { addDays, addMonths, daysBetween, type LocalDate } from "@cho-lang/shared/calendar";

/** A Monday, from which weekdays are counted. */
const MONDAY = "2026-11-23";

/**
 * The weeks of a month ("2026-11"), from Monday to Sunday; days of the months before and after are
 * null.
 */
export function monthWeeks(month: string): (LocalDate | null)[][] {
  const first = `${month}-01`;
  const length = daysBetween(first, addMonths(first, 1));
  const lead = ((daysBetween(MONDAY, first) % 7) + 7) % 7;
  const weeks: (LocalDate | null)[][] = [];
  for (let start = -lead; start < length; start += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, weekday) => {
        const offset = start + weekday;
        return offset >= 0 && offset < length ? addDays(first, offset) : null;
      }),
    );
  }
  return weeks;
}

/** The asked month, or undefined for anything that is none. */
export function monthAsked(text: string | null): string | undefined {
  return /^2\d{3}-(0[1-9]|1[0-2])$/.test(text ?? "") ? (text ?? undefined) : undefined;
}

/** Seats as shares of a bar 100 wide: first those of guests, behind them those on hold. */
export function seatShares(facts: { capacity: number; confirmed: number; held: number }): {
  confirmed: number;
  taken: number;
} {
  const { capacity, confirmed, held } = facts;
  if (capacity <= 0) return { confirmed: confirmed > 0 ? 100 : 0, taken: confirmed > 0 ? 100 : 0 };
  const share = (seats: number) => Math.min(100, Math.round((seats / capacity) * 100));
  return { confirmed: share(confirmed), taken: share(confirmed + held) };
}
