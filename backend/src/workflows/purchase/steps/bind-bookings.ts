import { refuse } from "../../../lib/errors";
import type { PlannedBooking } from "../../../modules/purchase/plan";
import { bookingService } from "../../booking/booking-service";
import { problemMessage } from "../../checkout/problem";
import type { Deed, Making } from "../claim";

const actor = "purchase";

/** The bookings of a plan; one that was stored before tours were sold says nothing of them. */
export function plannedBookings({ plan }: Making): (PlannedBooking & { order_id: string })[] {
  return plan.flatMap(({ order_id, bookings }) =>
    (bookings ?? []).map((booking) => ({ ...booking, order_id })),
  );
}

const uuidsOf = (making: Making) => plannedBookings(making).map(({ uuid }) => uuid);

/**
 * Ties each hold to its order and keeps it until the payment is through. A hold that ran out takes
 * its seats again; when they are gone its line is named, and the rest can be bought.
 */
export const bindBookings: Deed = {
  name: "bind-bookings",
  isKept: true,
  async run(making) {
    const { purchase } = making;
    const service = bookingService(making.container);
    for (const booking of plannedBookings(making)) {
      const { uuid, order_id, order_line_item_id, due_vnd } = booking;
      const { full_name, phone, lang, note } = purchase;
      const names = { full_name, phone, lang, note };
      const order = { purchase_id: purchase.id, order_id, order_line_item_id };
      await namingLine(booking, () => service.bind([{ uuid, ...order, ...names, due_vnd }]));
    }
  },
  async undo(making) {
    await bookingService(making.container).unbind(uuidsOf(making));
  },
};

/** The money is promised: the seats are the guests'. Seats that went in the meantime are named. */
export const confirmBookings: Deed = {
  name: "confirm-bookings",
  async run(making) {
    const service = bookingService(making.container);
    for (const booking of plannedBookings(making)) {
      await namingLine(booking, () => service.confirm([booking.uuid], actor));
    }
  },
  async undo(making) {
    await bookingService(making.container).unconfirm(uuidsOf(making));
  },
};

/** Seats that are gone are a problem of one line, told as every other problem of a line. */
async function namingLine(booking: PlannedBooking, deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    const problem = problemOfCode(codeOf(error));
    if (!problem) throw error;
    refuse("lines_not_available", problemMessage(problem, null), {
      lines: [{ line_id: booking.cart_line_id, problem }],
    });
  }
}

function problemOfCode(code: string): "departure_full" | "departure_closed" | null {
  switch (code) {
    case "departure_full":
    case "seats_gone":
      return "departure_full";
    case "departure_closed":
    case "departure_too_late":
    case "departure_past":
      return "departure_closed";
    default:
      return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
