import type { MedusaContainer } from "@medusajs/framework/types";
import { announceBookingWorkflow } from "../workflows/booking/announce-booking";
import { bookingService } from "../workflows/booking/booking-service";

/** Announces bookings whose event was lost with the process that confirmed them. */
export default async function announceBookings(container: MedusaContainer): Promise<void> {
  for (const uuid of await bookingService(container).listUnannounced()) {
    await announceBookingWorkflow(container).run({ input: { uuid } });
  }
}

export const config = { name: "announce-bookings", schedule: "*/2 * * * *" };
