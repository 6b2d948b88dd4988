import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type { VisitorRow } from "@cho-lang/shared/contracts/visit";
import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { formatPhone } from "@cho-lang/shared/phone";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";
import { type PortalAnswer, RefusalNotice } from "./answer";
import { DoneHere } from "./done-here";
import { useMe } from "./me";
import type { VisitPlace } from "./visit-form";
import { partyWords, type VisitorDay, visitorDeeds, visitorState } from "./visitor";
import { VisitorDeeds } from "./visitor-deeds";

export type VisitorCardProps = Pick<VisitPlace, "returnTo"> & {
  visitor: VisitorRow;
  day: Omit<VisitorDay, "actions">;
  /** The heading's level on this page. */
  level: 2 | 3;
  answer: PortalAnswer | null;
  /** What undoing takes back; everybody who has come when left out. */
  undoes?: readonly string[];
};

/** One booking: who comes, how many, what to collect, whether they have come, and what to do. */
export function VisitorCard({ visitor, day, level, returnTo, answer, undoes }: VisitorCardProps) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const { actions } = useMe();
  const { uuid, pax, party } = visitor;
  const Title = level === 2 ? "h2" : "h3";
  const name = visitor.full_name || visits.nameless;
  const { kind } = visitorState(visitor);
  const deeds = visitorDeeds(visitor, { ...day, actions });
  const own = answer?.values.booking === uuid ? answer : null;
  const isOver = kind === "cancelled" || kind === "no_show";
  return (
    <div className={isOver ? "visitor visitor-over" : "visitor"} id={`v-${uuid}`}>
      <div className="visitor-head">
        <Title className="visitor-name">{name}</Title>
        <span className="visitor-pax">{visits.guests(pax)}</span>
      </div>
      <p>
        {[partyWords(party, language), visitor.lang === "en" ? visits.speaks.en : ""]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <VisitorMoney visitor={visitor} isOver={isOver || kind === "held"} />
      <VisitorStateLine visitor={visitor} />
      <Contact visitor={visitor} name={name} />
      {visitor.note ? <p className="small">{visits.visitorNote(visitor.note)}</p> : null}
      <DoneHere at={uuid} />
      <RefusalNotice code={own?.refusal} />
      <VisitorDeeds
        visitor={visitor}
        deeds={deeds}
        name={name}
        place={{ date: day.departure.date, returnTo }}
        answer={own}
        undoes={undoes}
      />
    </div>
  );
}

function VisitorMoney({ visitor, isOver }: { visitor: VisitorRow; isOver: boolean }) {
  const { visits } = usePhrases().portal;
  const { due_vnd, collected_vnd, amount_vnd } = visitor;
  if (isOver || amount_vnd === 0) return null;
  if (due_vnd > 0) return <p className="visitor-due">{visits.dueAtVillage(due_vnd)}</p>;
  return (
    <p className="quiet">{collected_vnd > 0 ? visits.collected(collected_vnd) : visits.paid}</p>
  );
}

/** In words whether they have come; nothing while they are expected. */
function VisitorStateLine({ visitor }: { visitor: VisitorRow }) {
  const { visits } = usePhrases().portal;
  const { kind, arrived, of, last_at } = visitorState(visitor);
  if (kind === "expected") return null;
  if (kind === "cancelled" || kind === "held" || kind === "no_show") {
    return <p className="visitor-state quiet">{visits.states[kind]}</p>;
  }
  const time = last_at ? formatTimeInVietnam(new Date(last_at)) : "";
  return (
    <p className="visitor-state visitor-came">
      <Icon name="check" size={20} />
      {kind === "arrived" ? visits.arrivedAt(time) : visits.partlyArrived({ arrived, of, time })}
    </p>
  );
}

/** A call with one tap, the ticket's code and the order. */
function Contact({ visitor, name }: { visitor: VisitorRow; name: string }) {
  const { portal } = usePhrases();
  const href = useHref();
  const { actions } = useMe();
  const { phone, code, order } = visitor;
  return (
    <p className="visitor-contact">
      {phone ? (
        <a className="visitor-phone" href={`tel:${phone}`}>
          <Icon name="phone" size={20} />
          <span className="num">{formatPhone(phone)}</span>
          <span className="sr"> {name}</span>
        </a>
      ) : (
        <span className="quiet small">{portal.visits.phoneGone}</span>
      )}
      <span className="quiet small">
        {portal.visits.codeLabel} <span className="visitor-code">{formatTicketCode(code)}</span>
      </span>
      {order && actions.includes("read_orders") ? (
        <Link className="link tap small on-screen" to={href(`/producer/orders/${order.id}`)}>
          {portal.visits.order(order.number)}
        </Link>
      ) : null}
    </p>
  );
}
