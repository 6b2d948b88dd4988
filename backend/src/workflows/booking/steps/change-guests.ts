import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type BookingModuleService from "../../../modules/booking/service";
import { bookingService } from "../booking-service";
import type { VisitChange, VisitDeed } from "../deeds";

/** Some of a booking's tickets, or all of them when left out. */
export type GuestsDeed = VisitDeed & { tickets?: string[] | undefined };

/**
 * Checks guests in who have not come yet. Of two phones that read the same ticket at once one
 * changes it and the other is told that it was done. The undo takes back those who had not come.
 */
export const checkInGuestsStep = createStep(
  "check-in-guests",
  async (deed: GuestsDeed, { container }) => {
    const bookings = bookingService(container);
    const expected = await ticketsThat("have not come", bookings, deed);
    const { booking, changed } = await bookings.checkIn(named(deed));
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? { ...deed, tickets: expected } : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).undoCheckIn(named(deed));
  },
);

/** Takes a check-in back; those who had not come stay as they are. The undo checks them in again. */
export const undoCheckInStep = createStep(
  "undo-check-in",
  async (deed: GuestsDeed, { container }) => {
    const bookings = bookingService(container);
    const arrived = await ticketsThat("have come", bookings, deed);
    const { booking, changed } = await bookings.undoCheckIn(named(deed));
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? { ...deed, tickets: arrived } : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).checkIn(named(deed));
  },
);

/** The tickets that a deed is about to change, for its undo. */
async function ticketsThat(
  state: "have come" | "have not come",
  bookings: BookingModuleService,
  { uuid, tickets }: GuestsDeed,
): Promise<string[]> {
  const booking = await bookings.findBooking(uuid);
  return (booking?.items ?? [])
    .filter(({ redeemed_at }) => (redeemed_at !== null) === (state === "have come"))
    .map(({ id }) => id)
    .filter((id) => !tickets || tickets.includes(id));
}

function named({ producer_id, uuid, actor_id, tickets }: GuestsDeed) {
  return { producer_id, uuid, actor: actor_id, tickets };
}
