import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { BOOKING_MODULE } from "../../../modules/booking";
import type BookingModuleService from "../../../modules/booking/service";
import type { VisitChange, VisitDeed } from "../deeds";

/** Some of a booking's tickets, or all of them when left out. */
export type GuestsDeed = VisitDeed & { tickets?: string[] };

/**
 * Checks guests in who have not come yet. Of two phones that read the same ticket at once one
 * changes it and the other is told that it was done. The undo takes back just those that changed.
 */
export const checkInGuestsStep = createStep(
  "check-in-guests",
  async (deed: GuestsDeed, { container }) => {
    const bookings = container.resolve<BookingModuleService>(BOOKING_MODULE);
    const { booking, changed } = await bookings.checkIn(named(deed));
    return new StepResponse<VisitChange, GuestsDeed | null>(
      changeOf(booking, changed.length > 0),
      changed.length > 0 ? { ...deed, tickets: changed } : null,
    );
  },
  async (changed, { container }) => {
    if (!changed) return;
    await container.resolve<BookingModuleService>(BOOKING_MODULE).undoCheckIn(named(changed));
  },
);

/** Takes a check-in back; those who had not come stay as they are. The undo checks them in again. */
export const undoCheckInStep = createStep(
  "undo-check-in-guests",
  async (deed: GuestsDeed, { container }) => {
    const bookings = container.resolve<BookingModuleService>(BOOKING_MODULE);
    const { booking, changed } = await bookings.undoCheckIn(named(deed));
    return new StepResponse<VisitChange, GuestsDeed | null>(
      changeOf(booking, changed.length > 0),
      changed.length > 0 ? { ...deed, tickets: changed } : null,
    );
  },
  async (changed, { container }) => {
    if (!changed) return;
    await container.resolve<BookingModuleService>(BOOKING_MODULE).checkIn(named(changed));
  },
);

function named({ producer_id, uuid, actor_id, tickets }: GuestsDeed) {
  return { producer_id, uuid, actor: actor_id, ...(tickets && { tickets }) };
}

function changeOf(
  booking: { uuid: string; order_id: string | null },
  changed: boolean,
): VisitChange {
  return { uuid: booking.uuid, changed, order_id: booking.order_id };
}
