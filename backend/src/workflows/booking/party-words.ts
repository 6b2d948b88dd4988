import {
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import { type UnitKind, unitWord } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";

/** A party in words: "2 người lớn, 1 trẻ em". */
export function partyWords(
  party: readonly { kind: UnitKind; count: number }[],
  language: Language,
): string {
  return party
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${unitWord(kind, language, count)}`)
    .join(", ");
}

/** A departure's start in words: "08:30, thứ bảy, 14.03.2026". */
export function startWords(starts_at: Date, language: Language): string {
  const day = todayInVietnam(starts_at);
  const time = formatTimeInVietnam(starts_at);
  return `${time}, ${formatWeekday(day, language)}, ${formatDate(day, language)}`;
}
