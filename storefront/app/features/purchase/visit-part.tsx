import { todayInVietnam } from "@cho-lang/shared/calendar";
import { bookingStatusLabel } from "@cho-lang/shared/domain/booking";
import { VisitFacts } from "~/features/booking/visit-facts";
import { LineTitle } from "~/features/cart/line-parts";
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
        <LineTitle title={line.title} page={line.handle ? href(`/tours/${line.handle}`) : null} />
        <VisitFacts visit={visit} meetingLabel={purchase.meetingPoint}>
          <p className="font-semibold">{bookingStatusLabel(visit.status, language)}</p>
        </VisitFacts>
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
