import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { announceBookingWorkflow } from "../workflows/booking/announce-booking";
import { bookingService } from "../workflows/booking/booking-service";

/** Announces bookings whose event was lost with the process that confirmed them. */
export default async function announceBookings(container: MedusaContainer): Promise<void> {
  const uuids = await bookingService(container).listUnannounced();
  await forEachInTurn(uuids, (uuid) => announceBookingWorkflow(container).run({ input: { uuid } }));
}

export const config = { name: "announce-bookings", schedule: "*/2 * * * *" };
