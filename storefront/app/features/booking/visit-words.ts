import {
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  type LocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import { type UnitKind, unitWord } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import { formatNumber } from "@cho-lang/shared/money";

type Counted = { kind: UnitKind; count: number };

/** A party in words: "2 người lớn, 1 trẻ em"; kinds of which nobody comes are left out. */
export function partyWords(party: readonly Counted[], language: Language): string {
  return party
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${formatNumber(count, language)} ${unitWord(kind, language, count)}`)
    .join(", ");
}

/** A day at the beginning of a line: "Thứ bảy, 28.11.2026", "Saturday, 28 Nov 2026". */
export function dayWords(date: LocalDate, language: Language): string {
  return capitalized(`${formatWeekday(date, language)}, ${formatDate(date, language)}`);
}

/** When a visit begins, at the beginning of a line: "Thứ bảy, 28.11.2026, 08:30". */
export function startWords(starts_at: string, language: Language): string {
  const instant = new Date(starts_at);
  return `${dayWords(todayInVietnam(instant), language)}, ${formatTimeInVietnam(instant)}`;
}

/** An instant in the middle of a sentence: "08:30 thứ năm 26.11.2026". */
export function instantWords(instant: Date, language: Language): string {
  const day = todayInVietnam(instant);
  const time = formatTimeInVietnam(instant);
  return `${time} ${formatWeekday(day, language)} ${formatDate(day, language)}`;
}

/** The same words with a capital at their beginning. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
