import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type { TicketView } from "@cho-lang/shared/contracts/booking";
import type { Language } from "@cho-lang/shared/language";
import type { TicketFacts } from "../../../reports/tickets";
import { signTicket } from "../../../workflows/booking/ticket-signature";

const minuteMs = 60_000;

/** The e-ticket of a booking: one QR code for the party and one for each person. */
export function ticketView(facts: TicketFacts, language: Language): TicketView {
  const { uuid, code, local_date: date, pax, starts_at } = facts;
  return {
    uuid,
    status: facts.status,
    code,
    qr: signTicket({ kind: "party", uuid, id: uuid, code, date, pax }),
    number: facts.order_number,
    full_name: facts.full_name,
    tour: {
      handle: facts.handle,
      title: facts[`title_${language}`],
      option: facts[`option_${language}`],
    },
    producer: {
      handle: facts.producer_handle,
      name: facts.producer_name,
      phone: facts.producer_phone,
    },
    starts_at: starts_at.toISOString(),
    ends_at: new Date(starts_at.getTime() + facts.duration_minutes * minuteMs).toISOString(),
    date,
    time: formatTimeInVietnam(starts_at),
    languages: facts.languages,
    meeting_point: facts[`meeting_point_${language}`],
    directions: facts[`directions_${language}`],
    lat: facts.lat,
    lng: facts.lng,
    included: facts[`included_${language}`],
    party: facts.party.map(({ kind, count, price_vnd }) => ({ kind, count, price_vnd })),
    pax,
    amount_vnd: facts.amount_vnd,
    due_vnd: facts.due_vnd,
    policy: facts.policy.map(({ hours_before, refund_percent }) => ({
      hours_before,
      refund_percent,
    })),
    tickets: facts.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      code: item.code,
      qr: signTicket({ kind: "person", uuid, id: item.id, code: item.code, date, pax: item.pax }),
      redeemed_at: item.redeemed_at && new Date(item.redeemed_at).toISOString(),
    })),
  };
}
