import { bookingUuid } from "@cho-lang/shared/contracts/booking";
import type { OperatorBooking } from "@cho-lang/shared/contracts/operator-booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../lib/errors";
import { bookingPage, departureEvents, ticketsOf } from "../../../../reports/operator-bookings";
import { bookingRow, eventView } from "../view";

/** A booking's history is short: at most this much of it is shown. */
const longestHistory = 500;

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorBooking>) {
  const asked = bookingUuid.safeParse(req.params.uuid);
  if (!asked.success) notFound("The booking");
  const uuid = asked.data;
  const [{ rows }, tickets, events] = await Promise.all([
    bookingPage({ uuid }, { limit: 1, offset: 0 }),
    ticketsOf(uuid),
    departureEvents({ booking_uuid: uuid }, { limit: longestHistory, offset: 0 }),
  ]);
  const [facts] = rows;
  if (!facts) notFound("The booking");
  res.json({
    booking: {
      ...bookingRow(facts),
      phone: facts.phone,
      lang: facts.lang,
      party: facts.party.map(({ kind, count, price_vnd }) => ({ kind, count, price_vnd })),
      policy: [...facts.policy],
      expires_at: facts.status === "ON_HOLD" ? (facts.expires_at?.toISOString() ?? null) : null,
      confirmed_at: facts.confirmed_at?.toISOString() ?? null,
      cancelled_at: facts.cancelled_at?.toISOString() ?? null,
      collected_vnd: facts.collected_vnd,
      tickets: tickets.map(({ id, kind, redeemed_at }) => ({
        id,
        kind,
        redeemed_at: redeemed_at?.toISOString() ?? null,
      })),
      events: events.rows.map(eventView).reverse(),
    },
  });
}
