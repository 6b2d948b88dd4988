import type { HoldView } from "@cho-lang/shared/contracts/booking";
import { type BookingStatus, MAX_EXTENSIONS } from "@cho-lang/shared/domain/booking";
import type { HeldSeats } from "../../../workflows/booking/hold-seats";

/** Whether its buyer may ask once more for time; also when it ran out, while seats are free. */
export function canExtend(booking: { status: BookingStatus; extensions: number }): boolean {
  const is_hold = booking.status === "ON_HOLD" || booking.status === "EXPIRED";
  return is_hold && booking.extensions < MAX_EXTENSIONS;
}

/** A hold as its buyer sees it. */
export function holdViewOf({ booking, starts_at }: HeldSeats): HoldView {
  return {
    uuid: booking.uuid,
    status: booking.status,
    cart_id: booking.cart_id ?? "",
    line_item_id: booking.line_item_id,
    departure_id: booking.departure_id,
    starts_at: new Date(starts_at).toISOString(),
    pax: booking.pax,
    amount_vnd: booking.amount_vnd,
    expires_at:
      booking.status === "ON_HOLD" && booking.expires_at
        ? new Date(booking.expires_at).toISOString()
        : null,
    can_extend: canExtend(booking),
  };
}
