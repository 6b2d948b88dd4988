import { addDays } from "@cho-lang/shared/calendar";
import type { ProducerToday } from "@cho-lang/shared/contracts/producer";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { SectionHead } from "~/ui/section-head";
import { dayWords } from "./day";
import { DepartureSeats } from "./departure-section";
import { useMe } from "./me";

/** Whom to greet today, or tomorrow when today's guests have all come. */
export function VisitsToday({ visits, today }: { visits: ProducerToday["visits"]; today: string }) {
  const { portal } = usePhrases();
  const words = portal.visits;
  const language = useLanguage();
  const href = useHref();
  const { actions } = useMe();
  const { date, departures } = visits;
  if (departures.length === 0) {
    // A shop of goods only is not told every day that nobody comes.
    return actions.includes("read_orders") ? null : <NoneToday />;
  }
  const title =
    date === today
      ? words.todayTitle
      : date === addDays(today, 1)
        ? words.tomorrowTitle
        : words.laterTitle(dayWords(date, language));
  const guests = departures.reduce((sum, { confirmed }) => sum + confirmed, 0);
  return (
    <section className="mt-8" aria-labelledby="visits">
      <SectionHead title={title} id="visits">
        <p className="small">{words.dayText({ departures: departures.length, guests })}</p>
      </SectionHead>
      <ul className="rows">
        {departures.map((departure) => (
          <li key={departure.id}>
            <Link className="visit-row" to={href(`/producer/visits/${date}#${departure.id}`)}>
              <span className="departure-time">{departure.time}</span>
              <div className="min-w-0 flex-1">
                <p className="font-semibold">{departure.tour.title}</p>
                <DepartureSeats departure={departure} today={today} />
              </div>
            </Link>
          </li>
        ))}
      </ul>
      <p className="deeds mt-4">
        {actions.includes("check_in") ? (
          <Link className="btn" to={href("/producer/check-in")}>
            <Icon name="qr" size={20} />
            {words.checkIn}
          </Link>
        ) : null}
        <Link className="btn btn-outline" to={href(`/producer/visits/${date}`)}>
          {words.seeVisitors}
        </Link>
      </p>
    </section>
  );
}

function NoneToday() {
  const { visits } = usePhrases().portal;
  const href = useHref();
  return (
    <EmptyState title={visits.noneToday}>
      <p>{visits.noneTodayText}</p>
      <Link className="btn btn-outline" to={href("/producer/visits")}>
        {visits.title}
      </Link>
    </EmptyState>
  );
}
