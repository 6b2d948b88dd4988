import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { bookingStatusLabel } from "@cho-lang/shared/domain/booking";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { dayTitle } from "./day";

type Visit = NonNullable<ProducerOrder["detail_lines"][number]["visit"]>;

/** When the guests of an order's line come, how many, and where their booking stands. */
export function VisitLine({ visit, isLink = false }: { visit: Visit; isLink?: boolean }) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const href = useHref();
  const when = visits.visitAt({ day: dayTitle(visit.date, language), time: visit.time });
  return (
    <span className="small block">
      {isLink ? (
        <Link className="link tap" to={href(`/producer/visits/${visit.date}#v-${visit.uuid}`)}>
          {when}
        </Link>
      ) : (
        when
      )}
      {" · "}
      {visits.guests(visit.pax)}
      {visit.status === "CONFIRMED" ? null : ` · ${bookingStatusLabel(visit.status, language)}`}
    </span>
  );
}
