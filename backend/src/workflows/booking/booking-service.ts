import type { MedusaContainer } from "@medusajs/framework/types";
import { BOOKING_MODULE } from "../../modules/booking";
import type BookingModuleService from "../../modules/booking/service";

export function bookingService(container: MedusaContainer): BookingModuleService {
  return container.resolve<BookingModuleService>(BOOKING_MODULE);
}
