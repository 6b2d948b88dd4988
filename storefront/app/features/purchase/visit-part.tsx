import { todayInVietnam } from "@cho-lang/shared/calendar";
import { bookingStatusLabel } from "@cho-lang/shared/domain/booking";
import { partyWords, startWords } from "~/features/booking/visit-words";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { DateLeaf } from "~/ui/date-leaf";
import { Price } from "~/ui/price";
import type { PurchaseOrder } from "./stages";

type Line = PurchaseOrder["lines"][number];
export type VisitPartProps = { line: Line; visit: NonNullable<Line["visit"]> };

/** A visit in an order: the day's leaf, when, who, where to meet, and the way to its ticket. */
export function VisitPart({ line, visit }: VisitPartProps) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const isGood = visit.status === "CONFIRMED" || visit.status === "REDEEMED";
  return (
    <li className="cart-line cart-visit">
      <DateLeaf
        date={todayInVietnam(new Date(visit.starts_at))}
        className={isGood ? "cart-leaf" : "cart-leaf leaf-spent"}
      />
      <div className="cart-name">
        {line.handle ? (
          <a className="font-semibold hover:underline" href={href(`/tours/${line.handle}`)}>
            {line.title}
          </a>
        ) : (
          <span className="font-semibold">{line.title}</span>
        )}
        <div className="small">
          <p className="font-medium">
            <time dateTime={visit.starts_at}>{startWords(visit.starts_at, language)}</time>
          </p>
          <p>{partyWords(visit.party, language)}</p>
          {visit.meeting_point ? (
            <p className="quiet">
              {purchase.meetingPoint} {visit.meeting_point}
            </p>
          ) : null}
          <p className="font-semibold">{bookingStatusLabel(visit.status, language)}</p>
        </div>
      </div>
      <p className="cart-price">
        <Price amount={line.total_vnd} />
      </p>
      {isGood ? (
        <p className="cart-trouble no-print">
          <ButtonLink
            look="outline"
            href={href(`/tickets/${visit.uuid}?token=${encodeURIComponent(visit.token)}`)}
            aria-label={purchase.openTicketOf(line.title)}
          >
            {purchase.openTicket}
          </ButtonLink>
        </p>
      ) : null}
    </li>
  );
}
