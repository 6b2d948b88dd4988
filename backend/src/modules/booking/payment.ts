import { PAYMENT_MINUTES } from "@cho-lang/shared/domain/booking";
import { notFound, refuse } from "../../lib/errors";
import { sql } from "../../lib/sql";
import * as rows from "./booking-queries";
import { selectUuidsOfOrder } from "./read-queries";
import { refuseFull, refuseUnbookable } from "./refusals";
import { change, type Tx } from "./rows";
import * as queries from "./seat-queries";
import type { Booking } from "./tables";

export type { Binding } from "./booking-queries";

/** Locks the departures of some bookings, gives back what ran out, and reads both. */
async function enterAll(tx: Tx, known: Booking[]) {
  const ids = [...new Set(known.map(({ departure_id }) => departure_id))];
  const uuids = known.map(({ uuid }) => uuid);
  const [, , departures, bookings] = await Promise.all([
    queries.lockDepartures(tx, ids),
    queries.reapHolds(tx, ids),
    queries.readDepartures(tx, ids),
    queries.readBookings(tx, uuids),
  ]);
  return { departures, bookings };
}

async function known(uuids: string[]): Promise<Booking[]> {
  const found = await queries.readBookings(sql(), uuids);
  if (found.length !== new Set(uuids.map((uuid) => uuid.toLowerCase())).size) notFound("Booking");
  return found;
}

/**
 * Ties holds to the order that pays for them and keeps them past payment, all or none. One that ran
 * out gets its seats again, or all is refused with `departure_full`. Repeating it for the same order
 * only keeps them longer.
 */
export async function bind(bindings: rows.Binding[]): Promise<Booking[]> {
  if (bindings.length === 0) return [];
  const found = await known(bindings.map(({ uuid }) => uuid));
  return change(async (tx) => {
    const { departures, bookings } = await enterAll(tx, found);
    const bound: Booking[] = [];
    for (const booking of bookings) {
      const to = bindings.find(({ uuid }) => uuid.toLowerCase() === booking.uuid);
      const departure = departures.get(booking.departure_id);
      if (!to || !departure) throw new Error(`No departure of booking ${booking.uuid}`);
      bound.push(await bindOne(tx, { booking, to, departure }));
    }
    return bound;
  });
}

type Bound = {
  booking: Booking;
  to: rows.Binding;
  departure: queries.Standing;
};

async function bindOne(tx: Tx, { booking, to, departure }: Bound): Promise<Booking> {
  const isOther = booking.order_id !== null && booking.order_id !== to.order_id;
  const isLive = booking.status === "ON_HOLD";
  const isBooked = booking.status === "CONFIRMED" || booking.status === "REDEEMED";
  if (isBooked && booking.order_id === to.order_id) return booking;
  if (isOther || (!isLive && booking.status !== "EXPIRED")) {
    refuse("tour_not_bookable", "This visit is no longer on hold: remove it and choose again");
  }
  const isBound = booking.order_id !== null;
  if (!isBound || !isLive) refuseUnbookable(departure, isBound || isLive ? "late" : null);
  const note = {
    departure_id: booking.departure_id,
    kind: "bound" as const,
    booking_uuid: booking.uuid,
    actor: "checkout",
    reason: to.order_id,
  };
  if (isLive) await queries.noteEvent(tx, note);
  else if (!(await queries.moveSeats(tx, note, { held: booking.pax, confirmed: 0 }))) {
    refuseFull(departure.seats_left);
  }
  return rows.setBound(tx, to, PAYMENT_MINUTES);
}

/**
 * The undo of `bind`: back to a hold of the cart with the time that was left, at least a minute.
 * Holds that ran out meanwhile stay so; confirmed ones are left alone. A repeat does nothing.
 */
export async function unbind(uuids: string[]): Promise<void> {
  const found = await queries.readBookings(sql(), uuids);
  if (found.length === 0) return;
  await change(async (tx) => {
    const { bookings } = await enterAll(tx, found);
    for (const booking of bookings) {
      const { uuid, departure_id, status } = booking;
      if (booking.order_id === null || booking.origin === "host") continue;
      if (!["ON_HOLD", "EXPIRED", "EXPIRED_REFUND"].includes(status)) continue;
      const note = { departure_id, booking_uuid: uuid, actor: "checkout" };
      await queries.noteEvent(tx, { ...note, kind: "unbound" });
      await rows.setUnbound(tx, uuid);
    }
  });
}

/**
 * Makes bound holds bookings, all or none. One that ran out gets its seats again; when they are
 * gone, or the host has closed the departure or left since, it becomes EXPIRED_REFUND, the others
 * stay as they are, and all is refused: `seats_gone`.
 */
export async function confirm(uuids: string[], actor: string): Promise<Booking[]> {
  if (uuids.length === 0) return [];
  const found = await known(uuids);
  const done = await change(async (tx) => {
    const { departures, bookings } = await enterAll(tx, found);
    const gone = bookings.filter((booking) => {
      if (booking.status === "EXPIRED_REFUND" || booking.status === "CANCELLED") return true;
      const departure = departures.get(booking.departure_id);
      if (booking.status !== "EXPIRED" || !departure) return false;
      if (departure.status === "closed" || departure.starts_at <= departure.now) return true;
      departure.seats_left -= booking.pax;
      return departure.seats_left < 0;
    });
    if (gone.length > 0) {
      for (const booking of gone) await refuseLate(tx, booking, actor);
      return null;
    }
    const confirmed: Booking[] = [];
    for (const booking of bookings) confirmed.push(await confirmOne(tx, booking, actor));
    return confirmed;
  });
  return (
    done ??
    refuse("seats_gone", "The seats went to somebody else before the payment was complete", {
      fields: [{ field: "booking", code: "seats_gone", message: "the hold ran out" }],
    })
  );
}

async function confirmOne(tx: Tx, booking: Booking, actor: string): Promise<Booking> {
  const { uuid, departure_id, pax, status } = booking;
  if (status === "CONFIRMED" || status === "REDEEMED") return booking;
  if (booking.order_id === null) {
    refuse("tour_not_bookable", "The order of this visit was undone: check out again");
  }
  const note = { departure_id, kind: "confirmed" as const, booking_uuid: uuid, actor };
  const held = status === "ON_HOLD" ? -pax : 0;
  const isMoved = await queries.moveSeats(tx, note, { held, confirmed: pax });
  if (!isMoved) throw new Error(`The seats of booking ${uuid} were counted and are not there`);
  return rows.setConfirmed(tx, uuid);
}

async function refuseLate(tx: Tx, booking: Booking, actor: string): Promise<void> {
  if (booking.status !== "EXPIRED") return;
  const { uuid, departure_id } = booking;
  await queries.noteEvent(tx, { departure_id, kind: "refused_late", booking_uuid: uuid, actor });
  await rows.setTooLate(tx, uuid);
}

/** The undo of `confirm`: back to bound holds. Bookings that are not confirmed are left alone. */
export async function unconfirm(uuids: string[]): Promise<void> {
  const found = await queries.readBookings(sql(), uuids);
  if (found.length === 0) return;
  await change(async (tx) => {
    const { bookings } = await enterAll(tx, found);
    for (const { uuid, departure_id, pax, status, origin } of bookings) {
      if (status !== "CONFIRMED" || origin === "host") continue;
      const note = { departure_id, booking_uuid: uuid, actor: "checkout" };
      await queries.moveSeats(tx, { ...note, kind: "unconfirmed" }, { held: pax, confirmed: -pax });
      await rows.setUnconfirmed(tx, uuid, PAYMENT_MINUTES);
    }
  });
}

/**
 * Cancels one booking or those of an order, all or none: the seats are free in the same breath and
 * nothing is owed or kept of what was collected. Refuses `visit_already_happened` when anybody has come. Answers those that it
 * changed as they were, for `uncancel`; a repeat answers none.
 */
export async function cancel(
  which: ({ order_id: string } | { uuid: string }) & { actor: string; reason: string },
): Promise<Booking[]> {
  const uuids = "uuid" in which ? [which.uuid] : await selectUuidsOfOrder(which.order_id);
  if (uuids.length === 0) return [];
  const found = await known(uuids);
  return change(async (tx) => {
    const { bookings } = await enterAll(tx, found);
    if (bookings.some(({ status }) => status === "REDEEMED")) {
      refuse("visit_already_happened", "The guests have come: a visit cannot be cancelled then");
    }
    const cancelled = bookings.filter(({ status }) => ["ON_HOLD", "CONFIRMED"].includes(status));
    for (const { uuid, departure_id, pax, status } of cancelled) {
      const { actor, reason } = which;
      const by = status === "ON_HOLD" ? { held: -pax, confirmed: 0 } : { held: 0, confirmed: -pax };
      const note = { departure_id, kind: "cancelled" as const, booking_uuid: uuid, actor, reason };
      await queries.moveSeats(tx, note, by);
      await rows.setCancelled(tx, uuid, reason);
    }
    return cancelled;
  });
}

/**
 * The undo of `cancel`, for what it answered. Answers the uuids whose seats somebody else has taken
 * since: those stay cancelled, and the caller logs them.
 */
export async function uncancel(before: Booking[]): Promise<string[]> {
  if (before.length === 0) return [];
  return change(async (tx) => {
    const lost: string[] = [];
    const { bookings } = await enterAll(tx, before);
    for (const { uuid, departure_id, pax, status } of bookings) {
      const was = before.find((one) => one.uuid === uuid);
      if (!was || status !== "CANCELLED") continue;
      const by =
        was.status === "ON_HOLD" ? { held: pax, confirmed: 0 } : { held: 0, confirmed: pax };
      const note = { departure_id, booking_uuid: uuid, actor: "undo" };
      if (await queries.moveSeats(tx, { ...note, kind: "uncancelled" }, by)) {
        await rows.setUncancelled(tx, was);
      } else {
        lost.push(uuid);
      }
    }
    return lost;
  });
}
