import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type {
  DepartureEvent,
  OperatorBookingRow,
} from "@cho-lang/shared/contracts/operator-booking";
import type { BookingFacts, DepartureEventFacts } from "../../../reports/operator-bookings";

/** A booking as the operator's lists show it. */
export function bookingRow(facts: BookingFacts): OperatorBookingRow {
  const { purchase_id, purchase_number } = facts;
  return {
    uuid: facts.uuid,
    code: facts.code,
    status: facts.status,
    is_no_show: facts.no_show_at !== null,
    created_at: facts.created_at.toISOString(),
    full_name: facts.full_name,
    pax: facts.pax,
    amount_vnd: facts.amount_vnd,
    due_vnd: facts.due_vnd,
    departure: {
      id: facts.departure_id,
      date: facts.local_date,
      time: formatTimeInVietnam(facts.starts_at),
    },
    tour: { id: facts.product_id, title: facts.product_title },
    producer: { id: facts.producer_id, name: facts.producer_name },
    purchase: purchase_id && purchase_number ? { id: purchase_id, number: purchase_number } : null,
  };
}

/** One change of seats in a history. */
export function eventView(facts: DepartureEventFacts): DepartureEvent {
  return { ...facts, at: facts.at.toISOString() };
}
