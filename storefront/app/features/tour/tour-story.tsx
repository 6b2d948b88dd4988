import type { PublicDeparture, TourBooking, TourOption } from "@cho-lang/shared/contracts/booking";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import { formatVnd } from "@cho-lang/shared/money";
import { formatPhone } from "@cho-lang/shared/phone";
import { telHref } from "~/features/product/maker";
import { useLanguage, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Bare, Offering } from "./bare-story";
import { clockAfter } from "./clock";
import { canBook, priceFrom, type Visit } from "./visit";

type StoryProps = { detail: CatalogDetail; booking: TourBooking | null; visit: Visit | null };

/** What one knows before choosing a day: facts, program, meeting point, what is included, refunds. */
export function TourStory({ detail, booking, visit }: StoryProps) {
  const { booking: words } = usePhrases();
  if (!booking || !visit) return <Bare detail={detail} />;
  const { option } = visit;
  const example = visit.departure ?? exampleDeparture(booking);
  return (
    <>
      <div id="visit-facts">
        <Facts booking={booking} option={option} example={example} />
        {booking.is_bookable ? (
          <p className="visit-way without-script">
            <ButtonLink href="#visit">{words.chooseDayLink}</ButtonLink>
          </p>
        ) : null}
        <Program option={option} example={example} offering={detail.offering} />
      </div>
      <Meeting option={option} phone={detail.producer.phone} />
      {option.included.length > 0 ? (
        <section className="mt-8">
          <h2 className="t-sub">{words.included}</h2>
          <ul className="included">
            {option.included.map((each) => (
              <li key={each}>
                <Icon name="check" size={20} />
                {each}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Policy option={option} />
    </>
  );
}

/** A departure whose hours stand for the others: the next one that can be booked, or the first. */
function exampleDeparture({ days }: TourBooking): PublicDeparture | null {
  const all = days.flatMap(({ departures }) => departures);
  return all.find(canBook) ?? all[0] ?? null;
}

function Facts({
  booking,
  option,
  example,
}: {
  booking: TourBooking;
  option: TourOption;
  example: PublicDeparture | null;
}) {
  const { booking: words, product } = usePhrases();
  const language = useLanguage();
  const { duration_minutes: minutes, min_party: min, max_party: max, meeting_point } = option;
  const span = (starts_at: string) =>
    [clockAfter(starts_at, 0), clockAfter(starts_at, minutes)].map(words.clock).join("–");
  return (
    <dl className="four-facts">
      <div>
        <dt>{words.facts.duration}</dt>
        <dd>
          {words.hours(minutes)}
          {example ? `, ${span(example.starts_at)}` : null}
        </dd>
      </div>
      <div>
        <dt>{words.facts.languages}</dt>
        <dd>{words.languages(option.languages)}</dd>
      </div>
      <div>
        <dt>{words.facts.party}</dt>
        <dd>{words.partyUpTo({ min, max })}</dd>
      </div>
      <div>
        <dt>{product.tour.priceFrom}</dt>
        <dd className="num">{formatVnd(priceFrom(booking, option), language)}</dd>
      </div>
      <div className="fact-wide">
        <dt>{words.facts.meeting}</dt>
        <dd>{meeting_point}</dd>
      </div>
    </dl>
  );
}

/** What happens when, by the clock of the chosen departure. */
function Program({
  option,
  example,
  offering,
}: {
  option: TourOption;
  example: PublicDeparture | null;
  offering: string | null;
}) {
  const { booking: words } = usePhrases();
  const { program } = option;
  if (program.length === 0) return <Offering offering={offering} />;
  return (
    <section className="mt-8">
      <h2 className="t-sub">{words.program}</h2>
      {example ? <p className="small quiet">{words.programFor(example.time)}</p> : null}
      <ol className="program">
        {program.map(({ minutes_after_start: minutes, text }) => (
          <li key={minutes}>
            <span className="program-time num">
              {example
                ? words.clock(clockAfter(example.starts_at, minutes))
                : words.afterMinutes(minutes)}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Meeting({ option, phone }: { option: TourOption; phone: string | null }) {
  const { booking: words } = usePhrases();
  const { meeting_point, directions, lat, lng, cutoff_minutes } = option;
  return (
    <section className="mt-8">
      <h2 className="t-sub">{words.meetingTitle}</h2>
      <p className="mt-2 font-medium">{meeting_point}</p>
      {directions ? <p className="whitespace-pre-line">{directions}</p> : null}
      <p className="flex flex-wrap gap-x-6">
        {lat !== null && lng !== null ? (
          <a
            className="link tap"
            href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`}
            rel="noreferrer"
          >
            {words.map}
          </a>
        ) : null}
        {phone ? (
          <a className="link tap" href={telHref(phone)}>
            {words.askHost(formatPhone(phone))}
          </a>
        ) : null}
      </p>
      {cutoff_minutes > 0 ? (
        <p className="small quiet">{words.bookedUntil(cutoff_minutes)}</p>
      ) : null}
    </section>
  );
}

/** The rule on cancelling; the money and the dates stand beside the chosen party's sum. */
function Policy({ option: { policy } }: { option: TourOption }) {
  const { booking: words } = usePhrases();
  const tiers = policy.map(({ hours_before: hours, refund_percent: percent }) =>
    words.policyTier({ hours, percent }),
  );
  return (
    <section className="mt-8">
      <h2 className="t-sub">{words.cancelTitle}</h2>
      <p className="mt-2">
        {tiers.length > 0 ? `${[...tiers, words.policyLater].join(". ")}.` : `${words.policyNone}.`}
      </p>
    </section>
  );
}
