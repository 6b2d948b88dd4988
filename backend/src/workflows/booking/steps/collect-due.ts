import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";
import type { VisitChange, VisitDeed } from "../deeds";

/** The host has the cash that was due, all of it. The undo makes it due again. */
export const collectDueStep = createStep(
  "collect-due",
  async (deed: VisitDeed, { container }) => {
    const bookings = bookingService(container);
    const { booking, amount_vnd } = await bookings.collect(named(deed));
    const changed = amount_vnd > 0;
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? named(deed) : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).undoCollect(deed);
  },
);

/** The host does not have the cash: it is due again. The undo collects it. */
export const undoCollectStep = createStep(
  "undo-collect",
  async (deed: VisitDeed, { container }) => {
    const bookings = bookingService(container);
    const { booking, amount_vnd } = await bookings.undoCollect(named(deed));
    const changed = amount_vnd > 0;
    const change: VisitChange = { uuid: deed.uuid, changed, order_id: booking.order_id };
    return new StepResponse(change, changed ? named(deed) : null);
  },
  async (deed, { container }) => {
    if (deed) await bookingService(container).collect(deed);
  },
);

function named({ producer_id, uuid, actor_id }: VisitDeed) {
  return { producer_id, uuid, actor: actor_id };
}
