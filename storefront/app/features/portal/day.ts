import { formatDate, formatWeekday, type LocalDate } from "@cho-lang/shared/calendar";
import type { Language } from "@cho-lang/shared/language";

/** A day as a page's title, without its year: "Thứ bảy, 21.11" or "Saturday, 21 Nov". */
export function dayTitle(date: LocalDate, language: Language): string {
  const weekday = formatWeekday(date, language);
  const day = formatDate(date, language).replace(/[ .]\d{4}$/, "");
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${day}`;
}
