import type {
  CalendarDay,
  PublicDeparture,
  TourBooking,
  TourOption,
} from "@cho-lang/shared/contracts/booking";
import { formatVnd } from "@cho-lang/shared/money";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { RadioCard } from "~/ui/choice";
import { Notice } from "~/ui/notice";
import { clockAfter } from "./clock";
import { type HoldFault, placeOfFault } from "./hold-fault";
import { PartyFields } from "./party-fields";
import { canBook, type Visit } from "./visit";
import { VisitSum } from "./visit-sum";

export type VisitFormProps = {
  booking: TourBooking;
  visit: Visit & { day: CalendarDay };
  /** Why the hold of the asked departure was refused; its place gets the focus. */
  refused: HoldFault | null;
  asked: string | null;
  /** Where the form is posted to: this page with its day. */
  action: string;
};

/** The chosen day: its departures, the party, the sum, and the one deed. */
export function VisitForm({ booking, visit, refused, asked, action }: VisitFormProps) {
  const { booking: words } = usePhrases();
  const { pathname } = useLocation();
  const { option, day, departure } = visit;
  const fault = refused ?? visit.fault;
  // Without a departure there are no party's fields to say it at.
  const place = fault && (departure ? placeOfFault(fault) : "departure");
  const isRefused = refused !== null;
  const meant = (isRefused && day.departures.find(({ id }) => id === asked)) || departure;
  const message = fault && (
    <FaultWords fault={fault} option={option} departure={meant} isRefused={isRefused} />
  );
  return (
    <form method="post" action={action} className="visit-form" data-visit-form>
      <input type="hidden" name="month" value={booking.month} />
      <input type="hidden" name="date" value={day.date} />
      {booking.options.length > 1 ? <input type="hidden" name="option" value={option.id} /> : null}
      {place === "page" ? message : null}
      <Departures
        option={option}
        day={day}
        chosen={departure}
        message={place === "departure" ? message : null}
      />
      {departure ? (
        <>
          <PartyFields
            visit={visit}
            departure={departure}
            faultyUnit={place === "party" ? (fault?.unit_id ?? null) : null}
            isRefused={isRefused}
            message={place === "party" ? message : null}
          />
          <p className="without-script">
            <Button look="outline" formMethod="get" formAction={`${pathname}#book`}>
              {words.reckon}
            </Button>
          </p>
          <VisitSum visit={visit} departure={departure} date={day.date} />
          <div>
            <Button className="w-full">{words.hold}</Button>
            <p className="small quiet mt-2 text-center">{words.holdText}</p>
          </div>
        </>
      ) : null}
    </form>
  );
}

/** Why it can't be held, with what is left now of the departure that was meant. */
function FaultWords({
  fault,
  option,
  departure,
  isRefused,
}: {
  fault: HoldFault;
  option: TourOption;
  departure: PublicDeparture | null;
  isRefused: boolean;
}) {
  const { booking: words } = usePhrases();
  const href = useHref();
  const unit = option.units.find(({ id }) => id === fault.unit_id);
  const facts = {
    unit: unit?.kind ?? null,
    accompanied_by: unit?.accompanied_by ?? [],
    min: option.min_party,
    max: option.max_party,
    time: departure?.time ?? null,
    seats: departure && canBook(departure) ? departure.seats_left : 0,
  };
  const isUnits = unit !== undefined;
  return (
    <div id="visit-fault" tabIndex={-1} {...takesFocus(isRefused && !isUnits)}>
      <Notice icon="warn" role={isRefused ? "alert" : "status"}>
        <p>{words.faults[fault.code]?.(facts) ?? words.faultOther}</p>
        {fault.code.startsWith("too_many_holds") ? (
          <a className="link tap" href={href("/cart")}>
            {words.seeCart}
          </a>
        ) : null}
      </Notice>
    </div>
  );
}

function Departures({
  option,
  day,
  chosen,
  message,
}: {
  option: TourOption;
  day: CalendarDay;
  chosen: PublicDeparture | null;
  message: ReactNode;
}) {
  const { booking: words } = usePhrases();
  return (
    <fieldset className="departures" id="visit-times">
      <legend className="legend mb-2">{words.times}</legend>
      {message}
      {day.departures.map((departure) => (
        <Departure
          key={departure.id}
          departure={departure}
          minutes={option.duration_minutes}
          isChosen={departure.id === chosen?.id}
        />
      ))}
    </fieldset>
  );
}

function Departure({
  departure,
  minutes,
  isChosen,
}: {
  departure: PublicDeparture;
  minutes: number;
  isChosen: boolean;
}) {
  const { booking: words } = usePhrases();
  const { id, starts_at, time, state, seats_left, price_percent } = departure;
  const to = words.clock(clockAfter(starts_at, minutes));
  return (
    <RadioCard
      id={`departure-${id}`}
      name="departure"
      value={id}
      required
      defaultChecked={isChosen}
      disabled={!canBook(departure)}
      label={<span className="num">{words.time({ from: time, to })}</span>}
      note={<DepartureWords departure={departure} />}
      data-percent={price_percent}
      data-seats={seats_left}
      data-state={state}
    />
  );
}

/** Price and seats, or why it can't be booked. */
function DepartureWords({ departure }: { departure: PublicDeparture }) {
  const { booking: words } = usePhrases();
  const language = useLanguage();
  const { state, seats_left, close_reason, price_vnd } = departure;
  if (state === "closed" && close_reason) return words.closedFor(close_reason);
  if (!canBook(departure)) return words.stateOf[state];
  return (
    <>
      {state === "few" ? (
        <strong className="font-semibold text-lua-chu">{words.fewLeft(seats_left)}</strong>
      ) : (
        words.seatsLeft(seats_left)
      )}
      {` · ${formatVnd(price_vnd, language)}`}
    </>
  );
}
