import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { bookingService } from "../booking-service";
import type { HoldSeatsInput } from "../hold-seats";

/** Holds the seats, or finds the hold that the same request made before. The undo frees them. */
export const takeSeatsStep = createStep(
  "take-seats",
  async (input: HoldSeatsInput, { container }) => {
    const service = bookingService(container);
    const before = await service.findBooking(input.uuid);
    const booking = await service.hold({
      uuid: input.uuid,
      departure_id: input.departure_id,
      party: input.party,
      cart_id: input.cart_id,
      // People whose address nobody names are no crowd: each cart counts for itself.
      address: input.address ?? `cart:${input.cart_id}`,
    });
    if (booking.status !== "ON_HOLD" && booking.status !== "EXPIRED") {
      refuse("booking_uuid_taken", "This booking is over: book again under a new uuid", {
        fields: [
          { field: "uuid", code: "booking_uuid_taken", message: "names a booking that is over" },
        ],
      });
    }
    return new StepResponse(booking, before ? null : booking.uuid);
  },
  async (uuid, { container }) => {
    if (!uuid) return;
    const reason = "the cart's line could not be made";
    await bookingService(container).release({ uuid, actor: "system", reason });
  },
);
