import { addDays, type LocalDate, parseLocalDate } from "@cho-lang/shared/calendar";
import type { HostDay } from "@cho-lang/shared/contracts/visit";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { type PortalAnswer, RefusalNotice, useFocusOnAnswer } from "~/features/portal/answer";
import { dayTitle } from "~/features/portal/day";
import { DepartureSection } from "~/features/portal/departure-section";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { PrintButton } from "~/features/portal/packing-slip";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { recordVisit } from "~/features/portal/visit-action.server";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";

/** @throws Response 404 for what is no day */
function dayOf(text: string | undefined): LocalDate {
  const date = parseLocalDate(text ?? "");
  if (date === null || date !== text) throw new Response(null, { status: 404 });
  return date;
}

/** Critical: the departures of one day with their guests. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = { date: dayOf(params.date) };
  return critical(ask<HostDay>(request, "/producer/visits", { query }));
}

export function action({ request, params }: ActionFunctionArgs) {
  return recordVisit(request, `/producer/visits/${dayOf(params.date)}`);
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.visits.title);

export default function VisitsDay() {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const href = useHref();
  const { pathname } = useLocation();
  const { producer, actions } = useMe();
  const { today, date, departures } = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  const title = dayTitle(date, language);
  const guests = departures.reduce((sum, { confirmed }) => sum + confirmed, 0);
  const isPlaced = answer?.values.booking || answer?.values.departure;
  return (
    <div ref={place}>
      <Link
        className="link tap small on-screen"
        to={href(`/producer/visits?month=${date.slice(0, 7)}`)}
      >
        {visits.title}
      </Link>
      <div className="day-head">
        <h1 className="t-page">{title}</h1>
        <DayLinks date={date} today={today} />
      </div>
      <p className="print-only">{producer.name}</p>
      {isPlaced ? null : <RefusalNotice code={answer?.refusal} />}
      {departures.length > 0 ? (
        <>
          <p className="quiet">{visits.dayText({ departures: departures.length, guests })}</p>
          <div className="deeds on-screen">
            {actions.includes("check_in") && date === today ? (
              <Link className="btn" to={href("/producer/check-in")}>
                <Icon name="qr" size={20} />
                {visits.checkIn}
              </Link>
            ) : null}
            {guests > 0 ? <PrintButton label={visits.print} /> : null}
          </div>
          {departures.map((departure) => (
            <DepartureSection
              key={departure.id}
              departure={departure}
              today={today}
              returnTo={pathname}
              answer={answer}
            />
          ))}
        </>
      ) : (
        <EmptyState title={visits.emptyDay}>
          <p>{visits.emptyDayText}</p>
          <Link className="btn btn-outline" to={href(`/producer/visits?month=${date.slice(0, 7)}`)}>
            {visits.seeMonth}
          </Link>
        </EmptyState>
      )}
    </div>
  );
}

function DayLinks({ date, today }: { date: LocalDate; today: LocalDate }) {
  const { visits } = usePhrases().portal;
  const href = useHref();
  const to = (day: LocalDate) => href(`/producer/visits/${day}`);
  return (
    <nav className="step-links on-screen" aria-label={visits.daysLabel}>
      <Link className="icon-link" to={to(addDays(date, -1))} aria-label={visits.previousDay}>
        <Icon name="left" />
      </Link>
      {date === today ? null : (
        <Link className="link tap" to={to(today)}>
          {visits.today}
        </Link>
      )}
      <Link className="icon-link" to={to(addDays(date, 1))} aria-label={visits.nextDay}>
        <Icon name="right" />
      </Link>
    </nav>
  );
}
