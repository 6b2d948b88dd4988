import { addDays, formatTimeInVietnam, type LocalDate } from "@cho-lang/shared/calendar";
import type { HostDeparture, VisitorRow } from "@cho-lang/shared/contracts/visit";
import { departureState } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import type { HostDepartureFacts, VisitorFacts } from "../../reports/host-visits";
import { BUYER_VISIBLE_DAYS } from "./order-view";

/** A departure as its host reads it. */
export function departureView(
  facts: HostDepartureFacts,
  language: Language,
  now: Date,
): HostDeparture {
  return {
    id: facts.id,
    tour: { id: facts.product_id, handle: facts.handle, title: facts[`title_${language}`] },
    option: facts[`option_${language}`],
    date: facts.local_date,
    time: formatTimeInVietnam(facts.starts_at),
    starts_at: facts.starts_at.toISOString(),
    state: departureState(facts, now),
    close_reason: facts.close_reason,
    close_note: facts.close_note,
    capacity: facts.capacity,
    held: facts.held,
    confirmed: facts.confirmed,
    seats_left: facts.seats_left,
    arrived: facts.arrived,
  };
}

/** A party as its host reads it; who they were is forgotten 30 days after the visit. */
export function visitorView(facts: VisitorFacts, today: LocalDate): VisitorRow {
  const isKnown = today < addDays(facts.local_date, BUYER_VISIBLE_DAYS);
  return {
    uuid: facts.uuid,
    code: facts.code,
    status: facts.status,
    full_name: isKnown ? facts.full_name : "",
    phone: isKnown ? facts.phone : null,
    lang: facts.lang,
    party: facts.party.map(({ kind, count }) => ({ kind, count })),
    pax: facts.pax,
    amount_vnd: facts.amount_vnd,
    due_vnd: facts.due_vnd,
    collected_vnd: facts.collected_vnd,
    tickets: facts.tickets.map(({ id, kind, code, redeemed_at }) => ({
      id,
      kind,
      code,
      redeemed_at: redeemed_at && new Date(redeemed_at).toISOString(),
    })),
    is_no_show: facts.no_show_at !== null,
    note: isKnown ? facts.note : "",
    order:
      facts.order_id !== null && facts.order_number !== null
        ? { id: facts.order_id, number: facts.order_number }
        : null,
  };
}
