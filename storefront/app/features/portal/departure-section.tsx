import type { HostDay, HostDeparture } from "@cho-lang/shared/contracts/visit";
import { closeReasonLabel, DEPARTURE_STATE_LABELS } from "@cho-lang/shared/domain/booking";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { PortalAnswer } from "./answer";
import { DepartureManage } from "./departure-manage";
import { DoneHere } from "./done-here";
import { useMe } from "./me";
import { SeatBar } from "./seat-bar";
import { heldSeats } from "./visitor";
import { VisitorCard } from "./visitor-card";

export type DepartureSectionProps = {
  departure: HostDay["departures"][number];
  today: string;
  returnTo: string;
  answer: PortalAnswer | null;
};

/** One departure of a day with its guests, in the order of arriving buses: nothing to search for. */
export function DepartureSection({ departure, today, returnTo, answer }: DepartureSectionProps) {
  const { visits } = usePhrases().portal;
  const { actions } = useMe();
  const { id, time, tour, option, visitors } = departure;
  const mayManage = actions.includes("manage_departures") && departure.state !== "past";
  return (
    <section className="departure" aria-labelledby={id}>
      <h2 id={id} className="departure-head">
        <span className="departure-time">{time}</span>
        <span className="departure-tour">{tour.title}</span>
      </h2>
      {option && option !== tour.title ? <p className="quiet">{option}</p> : null}
      <DepartureSeats departure={departure} today={today} />
      <DoneHere at={id} />
      {visitors.length > 0 ? (
        <ul className="visitors" aria-label={visits.visitorsOf(tour.title)}>
          {visitors.map((visitor) => (
            <li key={visitor.uuid}>
              <VisitorCard
                visitor={visitor}
                day={{ today, departure }}
                level={3}
                returnTo={returnTo}
                answer={answer}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet mt-3">{visits.noVisitors}</p>
      )}
      {mayManage ? (
        // A changed departure folds its questions together again.
        <DepartureManage
          key={`${departure.state} ${departure.capacity}`}
          departure={departure}
          answer={answer}
        />
      ) : null}
    </section>
  );
}

/** Guests and seats as words and as a bar, and why nobody can book when it is so. */
export function DepartureSeats(props: { departure: HostDeparture; today: string }) {
  const { departure, today } = props;
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const { capacity, confirmed, arrived, state, close_reason, close_note } = departure;
  const held = heldSeats(departure);
  const started = departure.date === today ? visits.started : null;
  const isCalm = state === "open" || state === "few";
  const label =
    state === "past" ? started : isCalm ? null : DEPARTURE_STATE_LABELS[state][language];
  const facts = [
    arrived > 0 ? visits.arrivedOf(arrived) : null,
    held > 0 ? visits.heldSeats(held) : null,
    label,
  ].filter(Boolean);
  return (
    <>
      <p className="departure-seats">
        <strong>{visits.guestsOf({ taken: confirmed, capacity })}</strong>
        {facts.length > 0 ? <span className="quiet"> · {facts.join(" · ")}</span> : null}
      </p>
      <SeatBar capacity={capacity} confirmed={confirmed} held={held} />
      {state === "closed" && close_reason ? (
        <p className="small mt-2">
          {visits.closedBecause(closeReasonLabel(close_reason, language))} {close_note}
        </p>
      ) : null}
    </>
  );
}
