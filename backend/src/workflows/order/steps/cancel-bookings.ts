import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../../booking/booking-service";
import { uncancelBookings } from "../../booking/uncancel-bookings";

type CancelBookingsInput = { order_id: string; actor: string; reason: string };

/**
 * Frees the seats of an order's visits; a repeat changes nothing. Refuses `visit_already_happened`
 * before anything is changed. The undo takes the seats back while they are still free.
 */
export const cancelBookingsStep = createStep(
  "cancel-bookings",
  async (input: CancelBookingsInput, { container }) => {
    const before = await bookingService(container).cancel(input);
    return new StepResponse(before.length, before);
  },
  async (before, { container }) => {
    if (before?.length) await uncancelBookings(container, before);
  },
);
