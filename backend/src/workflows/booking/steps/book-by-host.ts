import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type BookingModuleService from "../../../modules/booking/service";
import { bookingService } from "../booking-service";

export type HostBooking = Parameters<BookingModuleService["bookByHost"]>[0];

/** Books seats in the host's name; the undo frees them. */
export const bookByHostStep = createStep(
  "book-by-host",
  async (input: HostBooking, { container }) => {
    const { uuid } = await bookingService(container).bookByHost(input);
    return new StepResponse({ uuid }, { uuid, actor: input.actor });
  },
  async (booked, { container }) => {
    if (!booked) return;
    const { uuid, actor } = booked;
    await bookingService(container).cancel({ uuid, actor, reason: "the booking was taken back" });
  },
);
