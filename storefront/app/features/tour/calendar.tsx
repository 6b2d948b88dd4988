import type { CalendarDay, TourBooking } from "@cho-lang/shared/contracts/booking";
import type { CloseReason } from "@cho-lang/shared/domain/booking";
import { usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";
import { canBook } from "./visit";
import type { AskedVisit } from "./visit-query";
import { weeksOf } from "./weeks";

type CalendarProps = {
  booking: TourBooking;
  /** Path of the page, and the query that keeps what was asked with something changed. */
  hrefOf: (change: Partial<AskedVisit>) => string;
  chosen: string | null;
};

/** One month: each day that can be booked is a link that chooses it; the others say why not. */
export function Calendar({ booking, hrefOf, chosen }: CalendarProps) {
  const { booking: words } = usePhrases();
  const { month, days, today } = booking;
  return (
    <>
      <div className="calendar-frame">
        <div className="calendar-head">
          <p className="t-sub" aria-hidden="true">
            {words.month(month)}
          </p>
          <nav className="flex" aria-label={words.heading}>
            <MonthLink month={booking.previous_month} icon="left" hrefOf={hrefOf} />
            <MonthLink month={booking.next_month} icon="right" hrefOf={hrefOf} />
          </nav>
        </div>
        <table className="calendar">
          <caption className="sr">{words.caption(month)}</caption>
          <thead>
            <tr>
              {words.weekdays.map((weekday, index) => (
                <th key={weekday} scope="col">
                  <span aria-hidden="true">{weekday}</span>
                  <span className="sr">{words.weekdaysSpoken[index]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(days).map((week) => (
              <tr key={week.find(Boolean)?.date}>
                {week.map((day, index) =>
                  day ? (
                    <DayCell
                      key={day.date}
                      day={day}
                      isToday={day.date === today}
                      isChosen={day.date === chosen}
                      href={hrefOf({ date: day.date, month, departure: null })}
                    />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is its place.
                    <td key={index} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend booking={booking} />
    </>
  );
}

/** The way to a neighbouring month, or its place when the schedule ends here. */
function MonthLink({
  month,
  icon,
  hrefOf,
}: Pick<CalendarProps, "hrefOf"> & { month: string | null; icon: "left" | "right" }) {
  const { booking: words } = usePhrases();
  if (!month) {
    return (
      <span className="icon-link calendar-end">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <a
      className="icon-link"
      href={`${hrefOf({ month, date: null, departure: null })}#visit`}
      rel="nofollow"
      data-keeps-place
    >
      <Icon name={icon} />
      <span className="sr">
        {icon === "left" ? words.previousMonth(month) : words.nextMonth(month)}
      </span>
    </a>
  );
}

type DayProps = { day: CalendarDay; isToday: boolean; isChosen: boolean; href: string };

function DayCell({ day, isToday, isChosen, href }: DayProps) {
  const { booking: words } = usePhrases();
  const { date, state, seats_left, price_from_vnd, close_reason } = day;
  const spoken = words.daySpoken({
    date,
    isToday,
    state,
    price_vnd: price_from_vnd,
    seats: seats_left,
    reason: close_reason,
  });
  const isOpen = canBook(day);
  const inside = (
    <>
      <span className="sr">{spoken}</span>
      <span className="day-number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      {isOpen && price_from_vnd !== null ? (
        <span aria-hidden="true">{words.shortPrice(price_from_vnd)}</span>
      ) : null}
      <span aria-hidden="true">
        {isOpen ? words.shortSeats(seats_left) : words.shortState[state ?? ""]}
      </span>
    </>
  );
  const classes = ["day", `day-${state ?? "none"}`];
  if (isToday) classes.push("day-today");
  if (isChosen && isOpen) classes.push("day-chosen");
  return (
    <td className={classes.join(" ")} aria-current={isToday ? "date" : undefined}>
      {isOpen ? (
        <a
          href={`${href}#book`}
          aria-current={isChosen ? "true" : undefined}
          rel="nofollow"
          data-keeps-place
        >
          {inside}
        </a>
      ) : (
        <div>{inside}</div>
      )}
    </td>
  );
}

/** What the marks of this month mean, and why its closed days are closed. */
function Legend({ booking }: Pick<CalendarProps, "booking">) {
  const { booking: words } = usePhrases();
  const { days, today } = booking;
  const has = (state: string) => days.some((day) => day.state === state);
  const lines = [
    days.some(({ date }) => date === today) ? words.legend.today : "",
    has("few") ? words.legend.few : "",
    has("full") ? words.legend.full : "",
    has("too_late") ? words.legend.tooLate : "",
    ...closedDays(days).map(words.legend.closed),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <ul className="calendar-legend" aria-label={words.legend.title}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The closed days by their reason, in the order of the month. */
function closedDays(days: readonly CalendarDay[]) {
  const groups = new Map<CloseReason | null, string[]>();
  for (const { date, state, close_reason } of days) {
    if (state !== "closed") continue;
    groups.set(close_reason, [...(groups.get(close_reason) ?? []), date]);
  }
  return [...groups].map(([reason, dates]) => ({ dates, reason }));
}
