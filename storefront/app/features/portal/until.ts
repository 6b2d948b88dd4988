import {
  addDays,
  daysBetween,
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  type LocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import type { Language } from "@cho-lang/shared/language";

/** How a deadline is put into words; one for each language. */
export interface UntilWords {
  today: string;
  tomorrow: string;
  weekday: (weekday: string) => string;
  date: (facts: { weekday: string; date: string }) => string;
  when: (facts: { time: string; day: string }) => string;
}

/** Days ahead up to which the weekday alone tells the day. */
const WEEKDAYS_AHEAD = 6;

/**
 * A deadline as people say it: "15:00 hôm nay", "15:00 ngày mai", "15:00 thứ ba", and with its date
 * from a week on and when it has passed. The minute is the one in which it ends.
 */
export function untilWords(
  instant: string,
  facts: { now: string; language: Language; words: UntilWords },
): string {
  const { words, language } = facts;
  const until = new Date(instant);
  const today = todayInVietnam(new Date(facts.now));
  const date = todayInVietnam(until);
  const day = dayWord(date, today, language, words);
  return words.when({ time: formatTimeInVietnam(until), day });
}

function dayWord(date: LocalDate, today: LocalDate, language: Language, words: UntilWords): string {
  if (date === today) return words.today;
  if (date === addDays(today, 1)) return words.tomorrow;
  const weekday = formatWeekday(date, language);
  const ahead = daysBetween(today, date);
  if (ahead > 0 && ahead <= WEEKDAYS_AHEAD) return words.weekday(weekday);
  return words.date({ weekday, date: formatDate(date, language) });
}
