import type { MedusaContainer } from "@medusajs/framework/types";
import type BookingModuleService from "../../modules/booking/service";
import { bookingService } from "../booking/booking-service";

export type CartBooking = Awaited<ReturnType<BookingModuleService["listBookings"]>>[number];
type DepartureNow = Awaited<ReturnType<BookingModuleService["listDepartures"]>>[number];
type TourOption = Awaited<ReturnType<BookingModuleService["listOptions"]>>[number];

/** A booking in a cart, with its departure and its tour as they are now. */
export type Visit = {
  booking: CartBooking;
  departure: DepartureNow;
  option: TourOption | undefined;
};

/**
 * The bookings of a cart by the line that each was given. Only the booking's own row says which
 * line it has; what stands in a line's metadata is for display and never believed.
 */
export async function loadVisits(
  container: MedusaContainer,
  cart_id: string,
): Promise<Map<string, Visit>> {
  const service = bookingService(container);
  const bookings = await service.listBookings({ cart_ids: [cart_id] });
  const inLines = bookings.filter(({ line_item_id }) => line_item_id !== null);
  if (inLines.length === 0) return new Map();
  const [departures, options] = await Promise.all([
    service.listDepartures({ ids: [...new Set(inLines.map((b) => b.departure_id))] }),
    service.listOptions({ option_ids: [...new Set(inLines.map((b) => b.option_id))] }),
  ]);
  return new Map(
    inLines.flatMap((booking): [string, Visit][] => {
      const departure = departures.find(({ id }) => id === booking.departure_id);
      if (!departure || booking.line_item_id === null) return [];
      const option = options.find(({ id }) => id === booking.option_id);
      return [[booking.line_item_id, { booking, departure, option }]];
    }),
  );
}
