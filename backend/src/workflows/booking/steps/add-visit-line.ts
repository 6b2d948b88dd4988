import type { CreateLineItemForCartDTO, ICartModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { MAX_CART_LINES } from "../../checkout/closed-cart";
import { bookingService } from "../booking-service";
import type { HeldBooking } from "../hold-seats";
import { visitLineId } from "../visit-line";
import type { TourLine } from "./find-tour";

/**
 * Puts the visit into the cart: one line for the whole party, straight through the cart module,
 * because Medusa's own way in refuses every tour. A repeat after a crash finds the line that is
 * there. The booking is told its line last: a line that no booking knows cannot be bought.
 */
export const addVisitLineStep = createStep(
  "add-visit-line",
  async (held: { booking: HeldBooking; tour: TourLine }, { container }) => {
    const { booking, tour } = held;
    const carts = container.resolve(Modules.CART);
    const id = visitLineId(booking.uuid);
    const cart_id = booking.cart_id ?? "";
    const lines = await carts.listLineItems({ cart_id }, { select: ["id"], take: null });
    const is_there = lines.some((line) => line.id === id);
    if (!is_there) {
      if (booking.status !== "ON_HOLD") {
        refuse("booking_uuid_taken", "This booking is over: book again under a new uuid");
      }
      if (lines.length >= MAX_CART_LINES) {
        refuse("cart_full", `A cart holds at most ${MAX_CART_LINES} lines: buy these first`);
      }
      await addLine(carts, cart_id, lineOf(id, booking, tour));
    }
    const service = bookingService(container);
    const attached = await service.attachLine({ uuid: booking.uuid, cart_id, line_item_id: id });
    return new StepResponse(attached, is_there ? null : id);
  },
  async (id, { container }) => {
    if (id) await container.resolve(Modules.CART).deleteLineItems([id]);
  },
);

function lineOf(id: string, booking: HeldBooking, tour: TourLine) {
  return {
    id,
    title: tour.title,
    thumbnail: tour.thumbnail,
    product_id: tour.product_id,
    product_title: tour.title,
    product_handle: tour.handle,
    product_type: "tour",
    variant_id: tour.variant_id,
    quantity: 1,
    unit_price: booking.amount_vnd,
    is_custom_price: true,
    is_tax_inclusive: true,
    is_discountable: false,
    requires_shipping: false,
    metadata: { booking_uuid: booking.uuid },
  } as unknown as CreateLineItemForCartDTO;
}

/** Another process may have made the same line at the same moment: its id is the same. */
async function addLine(
  carts: ICartModuleService,
  cart_id: string,
  line: CreateLineItemForCartDTO,
): Promise<void> {
  try {
    await carts.addLineItems(cart_id, [line]);
  } catch (error) {
    const { id } = line as unknown as { id: string };
    const [made] = await carts.listLineItems({ id, cart_id }, { select: ["id"] });
    if (!made) throw error;
  }
}
