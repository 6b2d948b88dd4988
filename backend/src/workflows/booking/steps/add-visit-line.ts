import type { CreateLineItemForCartDTO, ICartModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { MAX_CART_LINES } from "../../checkout/closed-cart";
import { bookingService } from "../booking-service";
import type { HeldBooking, HoldSeatsInput, TourLine } from "../hold-seats";
import { visitLineId } from "../visit-line";

/**
 * Puts the visit into the cart: one line for the whole party, straight through the cart module,
 * because Medusa's own way in refuses every tour. A new hold has no line yet and knows the id that
 * it gets; a repeat after a crash finds what is there and completes it. Only a line that its
 * booking knows can be bought.
 */
export const addVisitLineStep = createStep(
  "add-visit-line",
  async (held: { booking: HeldBooking; input: HoldSeatsInput }, { container }) => {
    const { booking, input } = held;
    const { cart_id } = input;
    const carts = container.resolve(Modules.CART);
    const id = visitLineId(booking.uuid);
    const is_there = !booking.is_new && (await hasLine(carts, { id, cart_id }));
    if (!is_there) {
      if (booking.status !== "ON_HOLD") {
        refuse("booking_uuid_taken", "This booking is over: book again under a new uuid");
      }
      if (input.cart_lines >= MAX_CART_LINES) {
        refuse("cart_full", `A cart holds at most ${MAX_CART_LINES} lines: buy these first`);
      }
      await addLine(carts, lineOf(id, booking, { cart_id, tour: input.tour }));
    }
    const attached =
      booking.line_item_id === id
        ? booking
        : await bookingService(container).attachLine({
            uuid: booking.uuid,
            cart_id,
            line_item_id: id,
          });
    return new StepResponse(attached, is_there ? null : id);
  },
  async (id, { container }) => {
    if (id) await container.resolve(Modules.CART).deleteLineItems([id]);
  },
);

type CartLine = { id: string; cart_id: string };

async function hasLine(carts: ICartModuleService, line: CartLine): Promise<boolean> {
  const found = await carts.listLineItems({ ...line }, { select: ["id"] });
  return found.length > 0;
}

function lineOf(id: string, booking: HeldBooking, to: { cart_id: string; tour: TourLine }) {
  const { cart_id, tour } = to;
  return {
    id,
    cart_id,
    title: tour.title,
    ...(tour.thumbnail ? { thumbnail: tour.thumbnail } : {}),
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
  } satisfies CreateLineItemForCartDTO & { id: string };
}

/** Another process may have made the same line at the same moment: its id is the same. */
async function addLine(
  carts: ICartModuleService,
  line: CreateLineItemForCartDTO & CartLine,
): Promise<void> {
  try {
    await carts.addLineItems([line]);
  } catch (error) {
    if (!(await hasLine(carts, { id: line.id, cart_id: line.cart_id }))) throw error;
  }
}
