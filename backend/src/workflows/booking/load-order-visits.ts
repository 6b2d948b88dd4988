import type { MedusaContainer } from "@medusajs/framework/types";
import type BookingModuleService from "../../modules/booking/service";
import { bookingService } from "./booking-service";

/** A visit of an order, with its departure and the tour as it is now. */
export type OrderVisit = {
  booking: Awaited<ReturnType<BookingModuleService["listBookings"]>>[number];
  option: Awaited<ReturnType<BookingModuleService["listOptions"]>>[number] | undefined;
};

/** The visits of some orders by the order's line; lines of goods are not among them. */
export async function loadOrderVisits(
  container: MedusaContainer,
  order_ids: string[],
): Promise<Map<string, OrderVisit>> {
  const service = bookingService(container);
  const bookings = await service.listBookings({ order_ids });
  if (bookings.length === 0) return new Map();
  const option_ids = [...new Set(bookings.map(({ option_id }) => option_id))];
  const options = await service.listOptions({ option_ids });
  return new Map(
    bookings.flatMap((booking): [string, OrderVisit][] => {
      const option = options.find(({ id }) => id === booking.option_id);
      return booking.order_line_item_id ? [[booking.order_line_item_id, { booking, option }]] : [];
    }),
  );
}
