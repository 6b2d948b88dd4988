import { todayInVietnam } from "@cho-lang/shared/calendar";
import { isProducerOpenOn } from "@cho-lang/shared/domain/producer";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { refuseClosedCart } from "../../checkout/closed-cart";
import { problemMessage } from "../../checkout/problem";
import { bookingService } from "../booking-service";
import type { HoldSeatsInput } from "../hold-seats";
import { visitLineId } from "../visit-line";

/**
 * Holds the seats for a cart that is still open, or finds the hold that the same request made
 * before. The undo frees those that this very call took.
 */
export const takeSeatsStep = createStep(
  "take-seats",
  async (input: HoldSeatsInput, { container }) => {
    await refuseClosedCart(container, input.cart_id);
    if (!isProducerOpenOn(input.tour.producer, todayInVietnam(new Date()))) {
      refuse("producer_closed", problemMessage("producer_closed", null));
    }
    const booking = await bookingService(container).hold({
      uuid: input.uuid,
      departure_id: input.departure_id,
      party: input.party,
      cart_id: input.cart_id,
      line_item_id: visitLineId(input.uuid),
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
    return new StepResponse(booking, booking.is_new ? booking.uuid : null);
  },
  async (uuid, { container }) => {
    if (!uuid) return;
    const reason = "the cart's line could not be made";
    await bookingService(container).release({ uuid, actor: "system", reason });
  },
);
