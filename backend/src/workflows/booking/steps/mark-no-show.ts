import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";
import type { VisitChange, VisitDeed } from "../deeds";

/** Nobody of the party came: nothing is due any more. The undo makes it due again. */
export const markNoShowStep = createStep(
  "mark-no-show",
  async (deed: VisitDeed, { container }) => {
    const bookings = bookingService(container);
    const { booking, changed } = await bookings.markNoShow(named(deed));
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? named(deed) : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).undoNoShow(deed);
  },
);

/** The party came after all, or may still: what was due is due again. */
export const undoNoShowStep = createStep(
  "undo-no-show",
  async (deed: VisitDeed, { container }) => {
    const bookings = bookingService(container);
    const { booking, changed } = await bookings.undoNoShow(named(deed));
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? named(deed) : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).markNoShow(deed);
  },
);

function named({ producer_id, uuid, actor_id }: VisitDeed) {
  return { producer_id, uuid, actor: actor_id };
}
