import { formatInstant, formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type { TicketView } from "@cho-lang/shared/contracts/booking";
import { unitWord } from "@cho-lang/shared/domain/booking";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import type { Phrases } from "~/language/vi";
import { ButtonLink } from "~/ui/button";
import { DateLeaf } from "~/ui/date-leaf";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { capitalized, dayWords, partyWords } from "../booking/visit-words";
import { type Standing, standingOf } from "./standing";
import type { TicketPageData } from "./ticket.server";
import { TicketCode } from "./ticket-code";
import { TicketFacts, TicketPolicy } from "./ticket-facts";

/** The e-ticket: everything that one needs at the village's gate, also saved or on paper. */
export function TicketPage({ page }: { page: TicketPageData }) {
  const { view, qr } = page;
  const { ticket } = usePhrases();
  const standing = standingOf(view, new Date(page.now));
  const isOpen = standing === "good" || standing === "redeemed";
  return (
    <div className="wrap pt-8">
      <p className="small quiet flex flex-wrap gap-x-6">
        <span>{ticket.kicker}</span>
        {view.number ? <span className="num">{ticket.ofPurchase(view.number)}</span> : null}
      </p>
      <PageTitle>{view.tour.title}</PageTitle>
      <StandingNotice view={view} standing={standing} />
      <div className="ticket-grid">
        <div className="ticket-when">
          <DateLeaf date={view.date} className={isOpen ? "leaf-large" : "leaf-large leaf-spent"} />
          <When view={view} />
        </div>
        {qr && isOpen ? (
          <section className="ticket-show" aria-label={ticket.show}>
            <TicketCode code={view.code} qr={qr} />
            <p className="small">{ticket.show}</p>
          </section>
        ) : null}
        <div className="ticket-facts">
          <TicketFacts view={view} standing={standing} />
          {standing === "good" ? <TicketPolicy view={view} /> : null}
          <Deeds page={page} isOpen={isOpen} />
        </div>
      </div>
      {isOpen ? <EachTicket page={page} /> : null}
    </div>
  );
}

function When({ view }: { view: TicketView }) {
  const { ticket } = usePhrases();
  const language = useLanguage();
  const from = view.time;
  const to = formatTimeInVietnam(new Date(view.ends_at));
  return (
    <div>
      <p className="text-20 font-semibold">
        <time dateTime={view.starts_at}>{ticket.fromTo({ from, to })}</time>
      </p>
      <p>{dayWords(view.date, language)}</p>
      <p className="font-medium">{partyWords(view.party, language)}</p>
    </div>
  );
}

/** Says first what a ticket is that can't be used, so that nobody travels in vain. */
function StandingNotice({ view, standing }: { view: TicketView; standing: Standing }) {
  const { ticket } = usePhrases();
  const href = useHref();
  if (standing === "good") return null;
  const words = standingWords(view, standing, ticket.states);
  const isSpent = standing === "cancelled" || standing === "expired";
  return (
    <Notice
      icon={standing === "redeemed" ? "check" : isSpent ? "warn" : "clock"}
      tone={isSpent ? "attention" : "calm"}
      className="mt-4"
    >
      <p className={isSpent ? "t-section" : "font-semibold"}>{words.title}</p>
      <p>{words.text}</p>
      {isSpent && view.tour.handle ? (
        <ButtonLink
          look="outline"
          className="no-print mt-2"
          href={href(`/tours/${view.tour.handle}#book`)}
        >
          {ticket.otherDays}
        </ButtonLink>
      ) : null}
    </Notice>
  );
}

function standingWords(
  { tickets }: Pick<TicketView, "tickets">,
  standing: Exclude<Standing, "good">,
  states: Phrases["ticket"]["states"],
): { title: string; text: string } {
  const came = tickets.filter(({ redeemed_at }) => redeemed_at !== null).length;
  if (standing === "redeemed" && came < tickets.length) {
    const title = states.someRedeemed({ came, all: tickets.length });
    return { title, text: states.someRedeemedText };
  }
  return { title: states[standing], text: states[`${standing}Text`] };
}

function Deeds({ page, isOpen }: { page: TicketPageData; isOpen: boolean }) {
  const { ticket } = usePhrases();
  const href = useHref();
  const { view, token } = page;
  return (
    <div className="no-print mt-6">
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {isOpen ? (
          <ButtonLink
            look="outline"
            href={href(`/tickets/${view.uuid}.ics?token=${encodeURIComponent(token)}`)}
          >
            <Icon name="calendar" size={20} />
            {ticket.calendar}
          </ButtonLink>
        ) : null}
      </p>
      {isOpen ? (
        <p className="small quiet mt-4">
          {ticket.keep} {ticket.private}
        </p>
      ) : null}
    </div>
  );
}

/** A ticket for each person of a party that may arrive apart. */
function EachTicket({ page }: { page: TicketPageData }) {
  const { ticket } = usePhrases();
  const language = useLanguage();
  const { view, each } = page;
  if (view.tickets.length < 2) return null;
  return (
    <details className="ticket-each rule mt-10">
      <summary className="tap gap-2 font-semibold">
        {ticket.each(view.tickets.length)}
        <Icon name="down" size={20} />
      </summary>
      <p className="small quiet">{ticket.eachText}</p>
      <ul>
        {view.tickets.map((one, index) => {
          const qr = each[one.id];
          return (
            <li key={one.id}>
              <p className="font-medium">
                {index + 1}. {capitalized(unitWord(one.kind, language))}
              </p>
              {one.redeemed_at ? (
                <p className="small">
                  {ticket.arrivedAt(formatInstant(new Date(one.redeemed_at), language))}
                </p>
              ) : null}
              {qr ? <TicketCode code={one.code} qr={qr} isSmall /> : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
