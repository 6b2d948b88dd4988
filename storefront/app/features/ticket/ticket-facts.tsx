import type { TicketView } from "@cho-lang/shared/contracts/booking";
import { guideLanguageLabel, refundSteps } from "@cho-lang/shared/domain/booking";
import { formatVnd } from "@cho-lang/shared/money";
import { formatPhone } from "@cho-lang/shared/phone";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { FactRows } from "~/ui/facts";
import { instantWords } from "../booking/visit-words";
import type { Standing } from "./standing";

type FactsProps = { view: TicketView; standing: Standing };

/** Who, where and what is still to be paid. */
export function TicketFacts({ view, standing }: FactsProps) {
  const { ticket } = usePhrases();
  const language = useLanguage();
  const { producer, tour, languages, included } = view;
  const isOpen = standing === "good" || standing === "redeemed";
  const due =
    view.due_vnd > 0 ? ticket.dueNote(formatVnd(view.due_vnd, language)) : ticket.nothingDue;
  return (
    <FactRows
      facts={[
        { term: ticket.where, fact: <Place view={view} /> },
        { term: ticket.directions, fact: view.directions },
        { term: ticket.due, fact: isOpen ? <strong>{due}</strong> : null },
        { term: ticket.host, fact: <Host producer={producer} /> },
        { term: ticket.who, fact: view.full_name },
        { term: ticket.option, fact: tour.option === tour.title ? null : tour.option },
        {
          term: ticket.guides,
          fact: languages.map((guide) => guideLanguageLabel(guide, language)).join(", "),
        },
        {
          term: ticket.included,
          fact:
            included.length > 0 ? (
              <ul>
                {included.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ) : null,
        },
      ]}
    />
  );
}

/** The meeting point; phones open its coordinates in their own map. */
function Place({ view: { meeting_point, lat, lng } }: { view: TicketView }) {
  const { ticket } = usePhrases();
  const point = lat !== null && lng !== null ? `${lat},${lng}` : null;
  return (
    <>
      <span className="font-medium">{meeting_point}</span>
      {point ? (
        <span className="block">
          <a
            className="link tap no-print"
            href={`geo:${point}?q=${point}(${encodeURIComponent(meeting_point)})`}
            aria-label={ticket.mapOf(meeting_point)}
          >
            {ticket.map}
          </a>{" "}
          <span className="num quiet">{point.replace(",", ", ")}</span>
        </span>
      ) : null}
    </>
  );
}

function Host({ producer }: Pick<TicketView, "producer">) {
  const { ticket } = usePhrases();
  const href = useHref();
  const { handle, name, phone } = producer;
  return (
    <>
      {handle ? (
        <a className="hover:underline" href={href(`/producers/${handle}`)}>
          {name}
        </a>
      ) : (
        name
      )}
      {phone ? (
        <span className="block">
          <a className="link tap num" href={`tel:${phone}`}>
            {ticket.call(formatPhone(phone))}
          </a>
        </span>
      ) : null}
    </>
  );
}

/** The conditions of cancelling as sums and instants of this visit. */
export function TicketPolicy({ view }: { view: TicketView }) {
  const { ticket } = usePhrases();
  const language = useLanguage();
  const steps = refundSteps(view.policy, new Date(view.starts_at), view.amount_vnd);
  return (
    <section className="mt-6" aria-labelledby="policy">
      <h2 className="font-semibold" id="policy">
        {ticket.policy}
      </h2>
      <ul className="small mt-1 grid gap-1">
        {steps.map(({ until, refund_vnd, refund_percent }) => {
          const refund = formatVnd(refund_vnd, language);
          if (!until) {
            const words = steps.length > 1 ? ticket.policyNone : ticket.policyNever;
            return <li key="later">{words}</li>;
          }
          const words = refund_percent === 100 ? ticket.policyAll : ticket.policySome;
          return (
            <li key={until.getTime()}>{words({ until: instantWords(until, language), refund })}</li>
          );
        })}
        <li>{ticket.howToCancel}</li>
      </ul>
    </section>
  );
}
