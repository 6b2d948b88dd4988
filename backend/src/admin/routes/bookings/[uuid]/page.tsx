import { formatDate, formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorBooking } from "@cho-lang/shared/contracts/operator-booking";
import { formatTicketCode, refundSteps, unitWord } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { Text } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { BookingBadge } from "../../../components/badges";
import { Fact, Section } from "../../../components/facts";
import { SeatHistory } from "../../../components/seat-history";
import { useLanguage, useSay } from "../../../lib/language";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";

type Booking = OperatorBooking["booking"];

const BookingPage = () => {
  const { uuid = "" } = useParams();
  const say = useSay();
  const { data, isError } = useAnswer<OperatorBooking>(`/bookings/${uuid}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  return (
    <div className="flex flex-col gap-y-3">
      <BookingSection booking={data.booking} />
      <SeatHistory events={data.booking.events} />
    </div>
  );
};

export default BookingPage;

function BookingSection({ booking }: { booking: Booking }) {
  const say = useSay();
  const language = useLanguage();
  const { departure, purchase, tickets } = booking;
  const instant = (at: string | null) => (at ? formatInstant(new Date(at), language) : null);
  const money = (amount_vnd: number) => formatVnd(amount_vnd, language);
  const came = tickets.filter(({ redeemed_at }) => redeemed_at !== null).length;
  return (
    <Section
      title={formatTicketCode(booking.code)}
      level="h1"
      actions={<BookingBadge status={booking.status} is_no_show={booking.is_no_show} />}
    >
      <Fact label={phrases.tour}>{booking.tour.title}</Fact>
      <Fact label={phrases.producer}>
        <Link to={`/producers/${booking.producer.id}`} className="text-ui-fg-interactive">
          {booking.producer.name}
        </Link>
      </Fact>
      <Fact label={phrases.departure}>
        <Link to={`/departures/${departure.id}`} className="text-ui-fg-interactive">
          {departure.time}, {formatDate(departure.date, language)}
        </Link>
      </Fact>
      <Fact label={phrases.guest}>
        {[booking.full_name, booking.phone].filter((text) => text !== "").join(" · ")}
      </Fact>
      <Fact label={phrases.party}>{partyOf(booking, language)}</Fact>
      <Fact label={phrases.arrived}>{`${came} / ${tickets.length}`}</Fact>
      <Fact label={phrases.bookedAt}>{instant(booking.created_at)}</Fact>
      <Fact label={phrases.heldUntil}>{instant(booking.expires_at)}</Fact>
      <Fact label={phrases.cancelledAt}>{instant(booking.cancelled_at)}</Fact>
      <Fact label={phrases.total}>{money(booking.amount_vnd)}</Fact>
      <Fact label={phrases.due}>{money(booking.due_vnd)}</Fact>
      <Fact label={phrases.collected}>{money(booking.collected_vnd)}</Fact>
      <Fact label={phrases.policy}>{policyOf(booking, language)}</Fact>
      <Fact label={phrases.purchase}>
        {purchase ? (
          <Link to={`/purchases/${purchase.id}`} className="text-ui-fg-interactive">
            {purchase.number}
          </Link>
        ) : (
          say(booking.status === "ON_HOLD" ? phrases.held : phrases.takenByHost)
        )}
      </Fact>
    </Section>
  );
}

function partyOf({ party }: Booking, language: Language): string {
  return party.map((one) => `${one.count} ${unitWord(one.kind, language, one.count)}`).join(", ");
}

/** What cancelling gives back, and until when. */
function policyOf({ policy, departure, amount_vnd }: Booking, language: Language): string {
  const starts_at = new Date(`${departure.date}T${departure.time}:00+07:00`);
  return refundSteps(policy, starts_at, amount_vnd)
    .flatMap(({ until, refund_vnd }) =>
      until ? `≤ ${formatInstant(until, language)}: ${formatVnd(refund_vnd, language)}` : [],
    )
    .join("; ");
}
