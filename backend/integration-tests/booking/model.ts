import {
  type BookingStatus,
  MAX_EXTENSIONS,
  MAX_HOLDS_PER_ADDRESS,
  MAX_HOLDS_PER_CART,
} from "@cho-lang/shared/domain/booking";

/** A departure as a villager would note it on paper. */
export type ModelDeparture = { id: string; capacity: number; is_closed: boolean; is_over: boolean };

/** A booking on paper; `has_run_out` is a hold whose minutes have passed. */
export type ModelBooking = {
  uuid: string;
  departure: ModelDeparture;
  pax: number;
  tickets: number;
  status: Exclude<BookingStatus, "EXPIRED">;
  has_run_out: boolean;
  extensions: number;
  cart_id: string;
  address: string;
  is_by_host: boolean;
  order_id: string | null;
  /** Positions of the tickets that have come. */
  come: Set<number>;
  is_no_show: boolean;
  amount_vnd: number;
  due_vnd: number;
  collected_vnd: number;
};

/**
 * What the booking service promises, in memory and without time, locks or SQL. Each deed answers
 * the codes with which the service may refuse it, none when it must do it; what a deed changes is
 * changed by `did…` methods after the service has done it.
 */
export class BookingModel {
  readonly bookings: ModelBooking[] = [];

  constructor(readonly departures: ModelDeparture[]) {}

  isLive({ status, has_run_out }: ModelBooking): boolean {
    return status === "ON_HOLD" && !has_run_out;
  }

  takes(booking: ModelBooking): boolean {
    return this.isLive(booking) || booking.status === "CONFIRMED" || booking.status === "REDEEMED";
  }

  taken(departure: ModelDeparture): number {
    return this.bookings
      .filter((booking) => booking.departure === departure && this.takes(booking))
      .reduce((sum, { pax }) => sum + pax, 0);
  }

  seatsLeft(departure: ModelDeparture): number {
    return departure.capacity - this.taken(departure);
  }

  #noRoom(departure: ModelDeparture, pax: number): string[] {
    return this.seatsLeft(departure) < pax ? ["departure_full"] : [];
  }

  #notBookable({ is_closed, is_over }: ModelDeparture): string[] {
    if (is_over) return ["departure_past"];
    return is_closed ? ["departure_closed"] : [];
  }

  #tooMany(holder: { cart_id: string; address: string }): string[] {
    const live = this.bookings.filter((booking) => !booking.is_by_host && this.isLive(booking));
    const ofCart = live.filter(({ cart_id }) => cart_id === holder.cart_id).length;
    const ofAddress = live.filter(({ address }) => address === holder.address).length;
    return [
      ...(ofCart >= MAX_HOLDS_PER_CART ? ["too_many_holds_in_cart"] : []),
      ...(ofAddress >= MAX_HOLDS_PER_ADDRESS ? ["too_many_holds_from_address"] : []),
    ];
  }

  hold(wanted: Pick<ModelBooking, "departure" | "pax" | "cart_id" | "address">): string[] {
    const { departure, pax } = wanted;
    return [
      ...this.#notBookable(departure),
      ...this.#tooMany(wanted),
      ...this.#noRoom(departure, pax),
    ];
  }

  bookByHost({ departure, pax }: Pick<ModelBooking, "departure" | "pax">): string[] {
    return [...(departure.is_closed ? ["departure_closed"] : []), ...this.#noRoom(departure, pax)];
  }

  extend(booking: ModelBooking): string[] {
    if (booking.is_by_host) return ["not_found"];
    if (booking.status !== "ON_HOLD" || booking.order_id !== null) return ["hold_ended"];
    if (booking.extensions >= MAX_EXTENSIONS) return ["extension_used"];
    const unbookable = this.#notBookable(booking.departure);
    if (!booking.has_run_out) return unbookable;
    const { departure, pax } = booking;
    return [...unbookable, ...this.#tooMany(booking), ...this.#noRoom(departure, pax)];
  }

  canRelease(booking: ModelBooking): boolean {
    return this.isLive(booking) && booking.order_id === null;
  }

  bind(booking: ModelBooking, order_id: string): string[] {
    const isOther = booking.order_id !== null && booking.order_id !== order_id;
    if (isOther) return ["tour_not_bookable"];
    if (this.#isBooked(booking) && booking.order_id === order_id) return [];
    if (booking.status !== "ON_HOLD") return ["tour_not_bookable"];
    const { departure, pax, has_run_out } = booking;
    const isKept = booking.order_id !== null && !has_run_out;
    const unbookable = isKept ? [] : this.#notBookable(departure);
    return has_run_out ? [...unbookable, ...this.#noRoom(departure, pax)] : unbookable;
  }

  confirm(booking: ModelBooking): string[] {
    if (this.#isBooked(booking)) return [];
    if (booking.status !== "ON_HOLD") return ["seats_gone"];
    const { departure, pax, has_run_out } = booking;
    const isGone = this.#notBookable(departure).length > 0 || this.seatsLeft(departure) < pax;
    return has_run_out && isGone ? ["seats_gone"] : [];
  }

  cancel(booking: ModelBooking): string[] {
    return booking.status === "REDEEMED" ? ["visit_already_happened"] : [];
  }

  setCapacity(departure: ModelDeparture, capacity: number): string[] {
    return capacity < this.taken(departure) ? ["capacity_below_taken"] : [];
  }

  #isBooked({ status }: ModelBooking): boolean {
    return status === "CONFIRMED" || status === "REDEEMED";
  }

  /** Only those who have booked can come, owe or stay away. */
  attend(booking: ModelBooking): string[] {
    if (this.#isBooked(booking)) return [];
    return [booking.status === "CANCELLED" ? "ticket_cancelled" : "ticket_not_confirmed"];
  }

  markNoShow(booking: ModelBooking): string[] {
    const unbooked = this.attend(booking);
    if (unbooked.length > 0) return unbooked;
    if (booking.status === "REDEEMED") return ["visit_already_happened"];
    return booking.departure.is_over ? [] : ["departure_not_started"];
  }

  /** Somebody has come, or nobody any more. */
  didArrive(booking: ModelBooking): void {
    booking.status = booking.come.size > 0 ? "REDEEMED" : "CONFIRMED";
    if (booking.come.size > 0) booking.is_no_show = false;
  }

  didCancel(booking: ModelBooking): void {
    booking.status = "CANCELLED";
    booking.due_vnd = 0;
    booking.collected_vnd = 0;
  }
}
