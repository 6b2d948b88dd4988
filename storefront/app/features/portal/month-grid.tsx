import { formatWeekday } from "@cho-lang/shared/calendar";
import type { HostMonth } from "@cho-lang/shared/contracts/visit";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { dayTitle } from "./day";
import { monthWeeks } from "./month";
import { SeatBar } from "./seat-bar";

type Day = HostMonth["days"][number];

/** One month on the wall: each day with departures leads to its guests. */
export function MonthGrid({ month, caption }: { month: HostMonth; caption: string }) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const days = new Map(month.days.map((day) => [day.date, day]));
  const weeks = monthWeeks(month.month);
  const someWeek = weeks[1] ?? [];
  return (
    <table className="month">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {someWeek.map((date, index) => (
            <th key={date} scope="col" abbr={date ? formatWeekday(date, language) : undefined}>
              {visits.weekdays[index]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, index) => (
              // Empty places of a week never move.
              <td key={date ?? visits.weekdays[index]} className={cellClass(date, month.today)}>
                {date ? <MonthDay date={date} day={days.get(date)} today={month.today} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(date: string | null, today: string): string | undefined {
  if (date === today) return "month-today";
  return date !== null && date < today ? "month-past" : undefined;
}

/** Whether the host receives nobody on a day that was planned. */
export function isDayOff(day: Day, today: string): boolean {
  return day.date >= today && day.open === 0 && day.confirmed === 0;
}

function MonthDay({ date, day, today }: { date: string; day: Day | undefined; today: string }) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const href = useHref();
  const number = Number(date.slice(-2));
  if (!day) return <span className="month-day quiet">{number}</span>;
  const seats = { taken: day.confirmed, capacity: day.capacity };
  const isOff = isDayOff(day, today);
  const words = isOff ? visits.dayOff : visits.guestsOf(seats);
  return (
    <Link
      className="month-day"
      to={href(`/producer/visits/${date}`)}
      aria-label={`${dayTitle(date, language)}: ${visits.departures(day.departures)}, ${words}`}
    >
      <span className="month-number">{number}</span>
      <span className={day.confirmed > 0 ? "month-seats font-semibold" : "month-seats"}>
        {isOff ? (
          visits.dayOff
        ) : (
          <>
            <span className="month-short">{visits.guestsShort(seats)}</span>
            <span className="month-long">{words}</span>
          </>
        )}
      </span>
      {isOff ? null : <SeatBar {...day} />}
    </Link>
  );
}
