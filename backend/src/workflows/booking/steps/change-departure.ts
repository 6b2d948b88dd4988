import type { CloseReason } from "@cho-lang/shared/domain/booking";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";
import type { DepartureDeed } from "../deeds";

export type CloseDeed = DepartureDeed & { reason: CloseReason; note: string };
export type CapacityDeed = DepartureDeed & { capacity: number };

/** Nobody can book the departure any more; who has booked keeps the seats. */
export const closeDepartureStep = createStep(
  "close-departure",
  async (deed: CloseDeed, { container }) => {
    const bookings = bookingService(container);
    await bookings.closeDeparture({ ...named(deed), reason: deed.reason, note: deed.note });
    return new StepResponse(undefined);
  },
);

/** The departure can be booked again. */
export const reopenDepartureStep = createStep(
  "reopen-departure",
  async (deed: DepartureDeed, { container }) => {
    await bookingService(container).reopenDeparture(named(deed));
    return new StepResponse(undefined);
  },
);

/** The departure seats so many; never fewer than have booked or hold a seat. */
export const setCapacityStep = createStep(
  "set-capacity",
  async (deed: CapacityDeed, { container }) => {
    const bookings = bookingService(container);
    await bookings.setCapacity({ ...named(deed), capacity: deed.capacity });
    return new StepResponse(undefined);
  },
);

function named({ producer_id, id, actor_id }: DepartureDeed) {
  return { producer_id, id, actor: actor_id };
}
