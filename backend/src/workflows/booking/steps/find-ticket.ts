import { formatDate, todayInVietnam } from "@cho-lang/shared/calendar";
import { parseTicketCode } from "@cho-lang/shared/domain/booking";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { bookingService } from "../booking-service";
import { isTicketText, readTicket } from "../ticket-signature";
import type { GuestsDeed } from "./change-guests";

export interface TicketDeed {
  producer_id: string;
  actor_id: string;
  /** What a QR code says, or a code as somebody typed it. */
  ticket: string;
  /** Whether a ticket of another day is taken too. */
  any_day: boolean;
}

type Named = { uuid: string; item_id: string | null } | { code: string };

/**
 * Whom a ticket names. Refuses `ticket_unreadable`, `ticket_forged`, `ticket_cancelled`,
 * `ticket_not_confirmed` and `ticket_other_day`; another producer's ticket is not found.
 */
export const findTicketStep = createStep("find-ticket", async (deed: TicketDeed, { container }) => {
  const { producer_id, actor_id } = deed;
  const named = whomItNames(deed.ticket);
  const bookings = bookingService(container);
  const [booking] = await bookings.listBookings(
    "code" in named ? { codes: [named.code] } : { uuids: [named.uuid] },
  );
  if (booking?.producer_id !== producer_id) notFound("ticket");
  const item = booking.items.find((one) =>
    "code" in named ? one.code === named.code : one.id === named.item_id,
  );
  const isParty = "code" in named ? booking.code === named.code : named.item_id === null;
  if (!item && !isParty) notFound("ticket");
  if (booking.status === "ON_HOLD") {
    fault("ticket_not_confirmed", "It is not booked yet: the guest has not paid or ordered.");
  }
  if (booking.status !== "CONFIRMED" && booking.status !== "REDEEMED") {
    fault("ticket_cancelled", "This booking was cancelled; the guest has no seat.");
  }
  const date = booking.departure.local_date;
  if (!deed.any_day && date !== todayInVietnam(new Date())) {
    const message = `The ticket is for ${formatDate(date, "vi")}; send any_day to take it all the same.`;
    // The portal asks about that day, so it is told beside the words.
    const told = { field: "date", code: date, message: "the day that the ticket is for" };
    refuse("ticket_other_day", message, {
      fields: [{ field: "ticket", code: "ticket_other_day", message }, told],
    });
  }
  return new StepResponse<GuestsDeed>({
    producer_id,
    actor_id,
    uuid: booking.uuid,
    ...(item && { tickets: [item.id] }),
  });
});

function whomItNames(ticket: string): Named {
  if (isTicketText(ticket)) {
    const payload = readTicket(ticket);
    if (!payload) {
      fault("ticket_forged", "We did not write this ticket, or it was read badly: scan it again.");
    }
    return { uuid: payload.uuid, item_id: payload.kind === "person" ? payload.id : null };
  }
  const code = parseTicketCode(ticket);
  if (!code) {
    fault("ticket_unreadable", "Scan the ticket's QR code or type its code of 8 characters.");
  }
  return { code };
}

function fault(code: string, message: string): never {
  refuse(code, message, { fields: [{ field: "ticket", code, message }] });
}
