import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import {
  type OperatorDeparture,
  operatorDepartureQuery,
} from "@cho-lang/shared/contracts/operator-booking";
import { departureState } from "@cho-lang/shared/domain/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../../lib/errors";
import {
  bookingPage,
  departureEvents,
  departureFacts,
} from "../../../../reports/operator-bookings";
import { bookingRow, eventView } from "../../bookings/view";
import { rangeOf } from "../../range";

/** A departure seats at most this many, and so many bookings are shown at once. */
const mostBookings = 1000;

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorDeparture>) {
  const { page } = parse(operatorDepartureQuery, req.query);
  const id = req.params.id ?? "";
  const [facts, bookings, events] = await Promise.all([
    departureFacts(id),
    bookingPage({ departure_id: id }, { limit: mostBookings, offset: 0 }),
    departureEvents({ departure_id: id }, rangeOf(page)),
  ]);
  if (!facts) notFound("The departure");
  res.json({
    departure: {
      id: facts.id,
      tour: { id: facts.product_id, handle: facts.handle, title: facts.product_title },
      option: facts.option_title,
      producer: { id: facts.producer_id, name: facts.producer_name },
      date: facts.local_date,
      time: formatTimeInVietnam(facts.starts_at),
      starts_at: facts.starts_at.toISOString(),
      state: departureState(facts, new Date()),
      close_reason: facts.close_reason,
      close_note: facts.close_note ?? "",
      capacity: facts.capacity,
      held: facts.held,
      confirmed: facts.confirmed,
      seats_left: facts.seats_left,
      arrived: facts.arrived,
    },
    bookings: bookings.rows.map(bookingRow),
    event_count: events.count,
    page,
    page_size: operatorPageSize,
    events: events.rows.map(eventView),
  });
}
