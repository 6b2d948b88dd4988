import { monthOf } from "@cho-lang/shared/calendar";
import type { HostMonth } from "@cho-lang/shared/contracts/visit";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { dayTitle } from "~/features/portal/day";
import { portalMeta } from "~/features/portal/meta";
import { monthAsked } from "~/features/portal/month";
import { MonthGrid } from "~/features/portal/month-grid";
import { ask } from "~/features/portal/session.server";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { SectionHead } from "~/ui/section-head";

/** Critical: the days of one month; this month unless another is asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const month = monthAsked(new URL(request.url).searchParams.get("month"));
  return critical(ask<HostMonth>(request, "/producer/departures", { query: { month } }));
}

export const meta = portalMeta(({ portal }) => portal.visits.title);

export default function VisitsMonth() {
  const { visits } = usePhrases().portal;
  const month = useLoaderData<typeof loader>();
  const title = visits.monthTitle({
    month: monthOf(`${month.month}-01`),
    year: Number(month.month.slice(0, 4)),
  });
  // A shop that never received guests has no months to leaf through.
  const hasCalendar = month.days.length > 0 || month.previous_month || month.next_month;
  return (
    <>
      <h1 className="t-page">{visits.title}</h1>
      <p className="quiet mt-2 mb-4">{visits.text}</p>
      {hasCalendar ? (
        <>
          <div className="month-head">
            <h2 className="t-section">{title}</h2>
            <MonthLinks month={month} />
          </div>
          <MonthGrid month={month} caption={title} />
        </>
      ) : null}
      {month.days.length > 0 ? <DaysWithGuests month={month} /> : <NoDepartures />}
    </>
  );
}

function MonthLinks({ month }: { month: HostMonth }) {
  const { visits } = usePhrases().portal;
  const href = useHref();
  const isThisMonth = month.today.startsWith(month.month);
  const link = (to: string, icon: "left" | "right", label: string) => (
    <Link className="icon-link" to={href(`/producer/visits?month=${to}`)} aria-label={label}>
      <Icon name={icon} />
    </Link>
  );
  return (
    <nav className="step-links" aria-label={visits.monthsLabel}>
      {month.previous_month ? link(month.previous_month, "left", visits.previousMonth) : null}
      {isThisMonth ? null : (
        <Link className="link tap" to={href("/producer/visits")}>
          {visits.thisMonth}
        </Link>
      )}
      {month.next_month ? link(month.next_month, "right", visits.nextMonth) : null}
    </nav>
  );
}

/** The same month as a list, for reading aloud over the telephone: only days with guests. */
function DaysWithGuests({ month }: { month: HostMonth }) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const href = useHref();
  const days = month.days.filter(({ date, confirmed }) => confirmed > 0 && date >= month.today);
  return (
    <section className="mt-10" aria-labelledby="guests">
      <SectionHead title={visits.daysWithGuests} id="guests" />
      {days.length > 0 ? (
        <ul className="rows">
          {days.map(({ date, departures, confirmed, capacity }) => (
            <li key={date}>
              <Link className="day-row" to={href(`/producer/visits/${date}`)}>
                <span className="font-semibold">{dayTitle(date, language)}</span>
                <span className="quiet">
                  {visits.departures(departures)} ·{" "}
                  {visits.guestsOf({ taken: confirmed, capacity })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet mt-3">{visits.noGuestsThisMonth}</p>
      )}
    </section>
  );
}

function NoDepartures() {
  const { visits } = usePhrases().portal;
  return (
    <EmptyState title={visits.noDepartures}>
      <p>{visits.noDeparturesText}</p>
    </EmptyState>
  );
}
