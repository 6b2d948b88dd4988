import { formatWeekday, type LocalDate, monthOf } from "@cho-lang/shared/calendar";
import { useLanguage, usePhrases } from "~/language/phrases";

/** A leaf of the almanac: weekday, day and month. Silent, because the date stands in words beside it. */
export function DateLeaf({ date, className }: { date: LocalDate; className?: string }) {
  const { common } = usePhrases();
  const language = useLanguage();
  return (
    <span className={className ? `leaf ${className}` : "leaf"} aria-hidden="true">
      <span>{formatWeekday(date, language)}</span>
      <span className="leaf-day">{Number(date.slice(8))}</span>
      <span>{common.leafMonth(monthOf(date))}</span>
    </span>
  );
}
