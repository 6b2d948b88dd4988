import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { refuse } from "../../../lib/errors";
import { bookingService } from "../../../workflows/booking/booking-service";

/**
 * Medusa gives money back before it asks anybody: an order whose guests have come is refused before
 * its cancellation begins. Guests who come in the same moment are still refused by the hook.
 */
async function refuseHappenedVisit(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const bookings = await bookingService(req.scope).listBookings({
    order_ids: [req.params.id ?? ""],
  });
  if (bookings.some(({ status }) => status === "REDEEMED")) {
    refuse("visit_already_happened", "Guests of this order have come: it can't be cancelled now");
  }
  next();
}

export const adminOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/cancel", method: ["POST"], middlewares: [refuseHappenedVisit] },
];
