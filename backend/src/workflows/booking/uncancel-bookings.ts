import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Booking } from "../../modules/booking/service";
import { bookingService } from "./booking-service";

/** The undo of a cancellation. Seats that somebody else took since are lost, and that is logged. */
export async function uncancelBookings(
  container: MedusaContainer,
  before: Booking[],
): Promise<void> {
  const lost = await bookingService(container).uncancel(before);
  if (lost.length === 0) return;
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.error(`Bookings stay cancelled, their seats were taken meanwhile: ${lost.join(", ")}`);
}
