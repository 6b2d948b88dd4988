import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Icon } from "~/ui/icon";
import type { PortalAnswer } from "./answer";
import type { CheckInResult } from "./check-in.server";
import { dayTitle } from "./day";
import { visitorState } from "./visitor";
import { VisitorCard } from "./visitor-card";

/** What became of the ticket just read, in letters that can be read at arm's length. */
export function CheckInAnswer({
  result,
  answer,
}: {
  result: CheckInResult;
  answer: PortalAnswer | null;
}) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const href = useHref();
  const { pathname, search, key } = useLocation();
  const [params] = useSearchParams();
  const headline = useHeadline(result);
  const place = useRef<HTMLHeadingElement>(null);
  const isFresh = !params.has("done");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket is a new entry of the history
  useEffect(() => {
    if (isFresh) place.current?.focus();
  }, [isFresh, key]);
  const { departure, visitor, today, arrivals } = result;
  const day = departure.date === today ? null : dayTitle(departure.date, language);
  return (
    <section className="check-in-result" aria-labelledby="result">
      <h2 id="result" className="t-page" tabIndex={-1} ref={place} {...takesFocus(isFresh)}>
        {headline}
      </h2>
      {isFresh && result.outcome === "already" ? <p>{visits.alreadyText}</p> : null}
      <p className="mb-2">
        {[day, departure.time, departure.tour.title].filter(Boolean).join(" · ")}
      </p>
      <VisitorCard
        visitor={visitor}
        day={{ today, departure }}
        level={3}
        returnTo={pathname + search}
        answer={answer}
        undoes={arrivals}
      />
      <Link
        className="link tap mt-2"
        to={href(`/producer/visits/${departure.date}#v-${visitor.uuid}`)}
      >
        <Icon name="calendar" size={20} className="mr-2" />
        {visits.seeDay}
      </Link>
    </section>
  );
}

function useHeadline({ outcome, visitor, ticket }: CheckInResult): string {
  const { visits } = usePhrases().portal;
  const [params] = useSearchParams();
  const done = params.get("done");
  const named = visitor.tickets.find(({ id }) => id === ticket);
  const at = named ? named.redeemed_at : visitorState(visitor).last_at;
  if (done === "undo-check-in" || at === null) return visits.undone;
  if (done) return visits.recorded;
  return outcome === "already"
    ? visits.already(formatTimeInVietnam(new Date(at)))
    : visits.welcomed;
}
