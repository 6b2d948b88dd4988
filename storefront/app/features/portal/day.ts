import { formatDate, formatWeekday, type LocalDate } from "@cho-lang/shared/calendar";
import type { Language } from "@cho-lang/shared/language";

/** A day as a page's title, without its year: "Thứ bảy, 21.11" or "Saturday, 21 Nov". */
export function dayTitle(date: LocalDate, language: Language): string {
  const weekday = formatWeekday(date, language);
  const day = formatDate(date, language).replace(/[ .]\d{4}$/, "");
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${day}`;
}

/** The same in the middle of a sentence: "thứ bảy, 21.11" or "Saturday, 21 Nov". */
export function dayWords(date: LocalDate, language: Language): string {
  const title = dayTitle(date, language);
  return language === "vi" ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
