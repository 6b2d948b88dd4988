import type { LocalDate } from "@cho-lang/shared/calendar";
import type { ProducerToday } from "@cho-lang/shared/contracts/producer";
import { monthsLeft } from "@cho-lang/shared/domain/certification";
import { Link } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { Seal } from "~/ui/seal";

/** At most this many on the page of the day; the page of certificates has all. */
const SHOWN = 3;

/** Certificates that end soon or have just ended, the nearest first. */
export function CertificateNotices(facts: {
  certificates: ProducerToday["certificates"];
  today: LocalDate;
}) {
  const { portal } = usePhrases();
  const href = useHref();
  return facts.certificates.slice(0, SHOWN).map((certificate) => {
    const { id, product_title: title, stars, expires_on, days_left } = certificate;
    const isOver = days_left < 0;
    return (
      <Notice
        key={id}
        className="mb-3 items-center"
        picture={
          <Seal
            className="seal-small"
            stars={stars}
            state={isOver ? "expired" : "expiring"}
            monthsLeft={monthsLeft(expires_on, facts.today)}
          />
        }
      >
        <p>
          <strong className="font-semibold">
            {isOver
              ? portal.certificateOver({ days: -days_left, title })
              : portal.certificateLeft({ days: days_left, title })}
          </strong>
        </p>
        <Link className="link tap" to={href(`/producer/certificates#${id}`)}>
          {portal.certificateDo}
        </Link>
      </Notice>
    );
  });
}
