import type { CloseReason } from "@cho-lang/shared/domain/booking";
import { notFound, refuse } from "../../lib/errors";
import { sql } from "../../lib/sql";
import * as rows from "./booking-queries";
import * as hostQueries from "./host-queries";
import { type DepartureWithSeats, selectDepartures } from "./read-queries";
import { change, type Tx } from "./rows";
import * as queries from "./seat-queries";
import type { Booking, EventKind } from "./tables";

type OfDeparture = { id: string; producer_id: string; actor: string };
type OfBooking = { uuid: string; producer_id: string; actor: string };
type Locked = queries.Standing;

/** Locks one departure of a producer for `work` and answers it as it is afterwards. */
async function withDeparture(
  { id, producer_id }: OfDeparture,
  work: (tx: Tx, departure: Locked) => Promise<void>,
): Promise<DepartureWithSeats> {
  await change(async (tx) => {
    const [, , owner, departures] = await Promise.all([
      queries.lockDepartures(tx, [id]),
      queries.reapHolds(tx, [id]),
      hostQueries.readOwner(tx, id),
      queries.readDepartures(tx, [id]),
    ]);
    const departure = departures.get(id);
    if (!departure || owner !== producer_id) notFound("Departure");
    await work(tx, departure);
  });
  const [after] = await selectDepartures({ ids: [id] });
  return after ?? notFound("Departure");
}

/** Stops the sale of a departure; those who hold or have seats keep them. */
export async function closeDeparture(
  input: OfDeparture & { reason: CloseReason; note: string },
): Promise<DepartureWithSeats> {
  const { id, actor, reason, note } = input;
  return withDeparture(input, async (tx, departure) => {
    const isSame = departure.close_reason === reason && departure.close_note === note;
    if (departure.status === "closed" && isSame) return;
    await hostQueries.setClosed(tx, id, { reason, note });
    await queries.noteEvent(tx, {
      departure_id: id,
      kind: "closed",
      booking_uuid: null,
      actor,
      reason: note ? `${reason}: ${note}` : reason,
    });
  });
}

/** Opens a closed departure for sale again; an open one stays as it is. */
export async function reopenDeparture(input: OfDeparture): Promise<DepartureWithSeats> {
  const { id, actor } = input;
  return withDeparture(input, async (tx, departure) => {
    if (departure.status === "open") return;
    await hostQueries.setClosed(tx, id, null);
    await queries.noteEvent(tx, { departure_id: id, kind: "reopened", booking_uuid: null, actor });
  });
}

/** Changes a departure's seats; refuses `capacity_below_taken`, naming how many are taken. */
export async function setCapacity(
  input: OfDeparture & { capacity: number },
): Promise<DepartureWithSeats> {
  const { id, actor, capacity } = input;
  return withDeparture(input, async (tx, departure) => {
    if (departure.capacity === capacity) return;
    if (!(await hostQueries.setCapacity(tx, id, capacity))) {
      const message = `${departure.held + departure.confirmed} seats are taken`;
      refuse("capacity_below_taken", `${message}: give at least as many`, {
        fields: [{ field: "capacity", code: "capacity_below_taken", message }],
      });
    }
    await queries.noteEvent(tx, {
      departure_id: id,
      kind: "capacity",
      booking_uuid: null,
      actor,
      reason: `${departure.capacity} → ${capacity}`,
    });
  });
}

type Scene = { booking: Booking; departure: Locked; note: (kind: EventKind) => Promise<void> };

/** Locks the departure of one booking of a producer for `work`; 404 for another producer's. */
async function withBooking<T>(
  { uuid, producer_id, actor }: OfBooking,
  work: (tx: Tx, scene: Scene) => Promise<T>,
): Promise<T> {
  const [known] = await queries.readBookings(sql(), [uuid]);
  if (known?.producer_id !== producer_id) notFound("Booking");
  const { departure_id } = known;
  return change(async (tx) => {
    const [, , departures, bookings] = await Promise.all([
      queries.lockDepartures(tx, [departure_id]),
      queries.reapHolds(tx, [departure_id]),
      queries.readDepartures(tx, [departure_id]),
      queries.readBookings(tx, [uuid]),
    ]);
    const departure = departures.get(departure_id);
    const [booking] = bookings;
    if (!booking || !departure) notFound("Booking");
    const note = (kind: EventKind) =>
      queries.noteEvent(tx, { departure_id, kind, booking_uuid: booking.uuid, actor });
    return work(tx, { booking, departure, note });
  });
}

/** Only somebody who has booked can come, owe and pay. */
function refuseUnconfirmed({ status }: Booking): void {
  if (status === "CONFIRMED" || status === "REDEEMED") return;
  if (status === "CANCELLED") {
    refuse("ticket_cancelled", "This booking was cancelled: its ticket is no longer good");
  }
  refuse("ticket_not_confirmed", "This booking was never completed: its seats were not paid for");
}

/** A booking after a change, and whether there was anything to change. */
export type Changed = { booking: Booking; changed: boolean };

async function checkTickets(tx: Tx, booking: Booking, tickets: string[] | null): Promise<void> {
  if (tickets && !(await rows.hasItems(tx, booking.uuid, tickets))) notFound("Ticket");
}

/**
 * Notes that some tickets' guests, or all, have come. The same from two phones, in any order, ends
 * in the same state; whoever is second gets `changed` false. A no-show who comes is none any more.
 */
export async function checkIn(
  input: OfBooking & { tickets?: string[] | undefined },
): Promise<Changed> {
  const tickets = input.tickets ?? null;
  return withBooking(input, async (tx, { booking, note }) => {
    refuseUnconfirmed(booking);
    await checkTickets(tx, booking, tickets);
    const redeem = { uuid: booking.uuid, tickets, actor: input.actor };
    if ((await rows.redeemItems(tx, redeem)) === 0) return { booking, changed: false };
    await note("redeemed");
    return { booking: await rows.setArrival(tx, booking.uuid), changed: true };
  });
}

/** Takes a check-in back, of some tickets or of all. */
export async function undoCheckIn(
  input: OfBooking & { tickets?: string[] | undefined },
): Promise<Changed> {
  const tickets = input.tickets ?? null;
  return withBooking(input, async (tx, { booking, note }) => {
    refuseUnconfirmed(booking);
    await checkTickets(tx, booking, tickets);
    const count = await rows.unredeemItems(tx, { uuid: booking.uuid, tickets });
    if (count === 0) return { booking, changed: false };
    await note("unredeemed");
    return { booking: await rows.setArrival(tx, booking.uuid), changed: true };
  });
}

/** Notes that nobody came. Refuses `departure_not_started` and `visit_already_happened`. */
export async function markNoShow(input: OfBooking): Promise<Changed> {
  return withBooking(input, async (tx, { booking, departure, note }) => {
    refuseUnconfirmed(booking);
    if (booking.status === "REDEEMED") {
      refuse("visit_already_happened", "Somebody of this party has come: undo the check-in first");
    }
    if (departure.starts_at > departure.now) {
      refuse("departure_not_started", "The visit has not begun: wait until its start");
    }
    if (booking.no_show_at) return { booking, changed: false };
    await note("no_show");
    return { booking: await rows.setNoShow(tx, booking.uuid, true), changed: true };
  });
}

/** Takes a no-show back. */
export async function undoNoShow(input: OfBooking): Promise<Changed> {
  return withBooking(input, async (tx, { booking, note }) => {
    refuseUnconfirmed(booking);
    if (!booking.no_show_at) return { booking, changed: false };
    await note("no_show_undone");
    return { booking: await rows.setNoShow(tx, booking.uuid, false), changed: true };
  });
}

/** A booking after money moved, and how much moved; 0 when there was nothing to move. */
export type Collected = { booking: Booking; amount_vnd: number };

/** Notes that the host has the money that was due. */
export async function collect(input: OfBooking): Promise<Collected> {
  return withBooking(input, async (tx, { booking, note }) => {
    refuseUnconfirmed(booking);
    const amount_vnd = booking.due_vnd;
    if (amount_vnd === 0) return { booking, amount_vnd };
    await note("collected");
    const money = { due_vnd: 0, collected_vnd: booking.collected_vnd + amount_vnd };
    return { booking: await rows.setMoney(tx, booking.uuid, money), amount_vnd };
  });
}

/** Takes a collection back: all that was collected is due again. */
export async function undoCollect(input: OfBooking): Promise<Collected> {
  return withBooking(input, async (tx, { booking, note }) => {
    refuseUnconfirmed(booking);
    const amount_vnd = booking.collected_vnd;
    if (amount_vnd === 0) return { booking, amount_vnd };
    await note("uncollected");
    const money = { due_vnd: booking.due_vnd + amount_vnd, collected_vnd: 0 };
    return { booking: await rows.setMoney(tx, booking.uuid, money), amount_vnd };
  });
}
