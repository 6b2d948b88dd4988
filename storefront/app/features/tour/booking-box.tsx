import type { TourBooking } from "@cho-lang/shared/contracts/booking";
import { formatPhone } from "@cho-lang/shared/phone";
import { useLocation } from "@remix-run/react";
import { telHref } from "~/features/product/maker";
import { usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Calendar } from "./calendar";
import type { HoldFault } from "./hold-fault";
import { UnitPrices } from "./party-fields";
import { canBook, type Visit } from "./visit";
import { VisitForm } from "./visit-form";
import { type AskedVisit, visitSearch } from "./visit-query";

export type BookingBoxProps = {
  booking: TourBooking | null;
  visit: Visit | null;
  asked: AskedVisit;
  refused: HoldFault | null;
  phone: string | null;
};

/** Calendar, party and the hold; or why nothing can be booked, and whom to call. */
export function BookingBox({ booking, visit, asked, refused, phone }: BookingBoxProps) {
  const { booking: words } = usePhrases();
  if (!booking || !visit) {
    return <Closed title={words.notBookable} text={words.notBookableText} phone={phone} />;
  }
  if (!booking.is_bookable) {
    return <Closed title={words.hostClosed} text={words.hostClosedText} phone={phone} />;
  }
  if (booking.next_open_date === null && !booking.days.some(canBook)) {
    return <Closed title={words.noDay} text={words.noDayText} phone={phone} />;
  }
  return <Open booking={booking} visit={visit} asked={asked} refused={refused} />;
}

function Closed({ title, text, phone }: { title: string; text: string; phone: string | null }) {
  const { product } = usePhrases();
  return (
    <Notice icon="calendar" tone="calm">
      <p className="font-semibold">{title}</p>
      <p>{text}</p>
      {phone ? (
        <p className="mt-3">
          <ButtonLink href={telHref(phone)} look="outline">
            <Icon name="phone" size={20} />
            {product.call(formatPhone(phone))}
          </ButtonLink>
        </p>
      ) : null}
    </Notice>
  );
}

type OpenProps = {
  booking: TourBooking;
  visit: Visit;
  asked: AskedVisit;
  refused: HoldFault | null;
};

function Open({ booking, visit, asked, refused }: OpenProps) {
  const { booking: words } = usePhrases();
  const { pathname } = useLocation();
  const { day } = visit;
  const kept = {
    option: booking.options.length > 1 ? visit.option.id : null,
    units: asked.units,
    party: asked.party,
  };
  const hrefOf = (change: Partial<AskedVisit>) => pathname + visitSearch({ ...kept, ...change });
  return (
    <>
      <Options booking={booking} visit={visit} hrefOf={hrefOf} />
      <Calendar booking={booking} hrefOf={hrefOf} chosen={day?.date ?? null} />
      {booking.days.some(canBook) ? null : (
        <Notice icon="calendar" className="mt-4">
          <p>{words.monthFull}</p>
          <NearestDay date={booking.next_open_date} hrefOf={hrefOf} />
        </Notice>
      )}
      <div className="visit-day">
        <h2 className="t-sub" id="book" tabIndex={-1} aria-live="polite">
          {day ? words.dayTitle(day.date) : words.heading}
        </h2>
        {day ? (
          <>
            {canBook(day) ? null : (
              <div className="mt-2">
                {refused ? null : <p>{words.dayGone}</p>}
                <NearestDay date={booking.next_open_date} hrefOf={hrefOf} />
              </div>
            )}
            <VisitForm
              booking={booking}
              visit={{ ...visit, day }}
              refused={refused}
              asked={asked.departure}
              action={hrefOf({ month: booking.month, date: day.date, units: {}, party: null })}
            />
          </>
        ) : (
          <>
            {refused ? (
              <Notice icon="warn" role="alert" className="mt-2">
                {words.faultOther}
              </Notice>
            ) : null}
            {booking.days.some(canBook) ? (
              <>
                <p className="mt-1">{words.chooseDay}</p>
                <NearestDay date={booking.next_open_date} hrefOf={hrefOf} />
              </>
            ) : null}
            <UnitPrices option={visit.option} />
          </>
        )}
      </div>
    </>
  );
}

type HrefOf = { hrefOf: (change: Partial<AskedVisit>) => string };

/** The next day that can be booked, as a link that chooses it. */
function NearestDay({ date, hrefOf }: HrefOf & { date: string | null }) {
  const { booking: words } = usePhrases();
  if (!date) return null;
  return (
    <p>
      <a
        className="link tap"
        href={`${hrefOf({ date, month: null, departure: null })}#book`}
        rel="nofollow"
        data-keeps-place
      >
        {words.nearest(date)}
      </a>
    </p>
  );
}

/** The ways to take the tour, when there is more than one. */
function Options({ booking, visit, hrefOf }: HrefOf & { booking: TourBooking; visit: Visit }) {
  const { booking: words } = usePhrases();
  if (booking.options.length < 2) return null;
  return (
    <nav className="options" aria-label={words.option}>
      {booking.options.map(({ id, title }) => (
        <a
          key={id}
          className="option"
          href={`${hrefOf({ option: id, units: {}, departure: null })}#visit`}
          aria-current={id === visit.option.id ? "true" : undefined}
          rel="nofollow"
          data-keeps-place
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
