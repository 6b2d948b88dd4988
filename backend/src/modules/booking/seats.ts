import { randomUUID } from "node:crypto";
import {
  EXTENSION_MINUTES,
  HOLD_MINUTES,
  MAX_EXTENSIONS,
  MAX_HOLDS_PER_ADDRESS,
  MAX_HOLDS_PER_CART,
  type Party,
  partyFault,
} from "@cho-lang/shared/domain/booking";
import { env } from "../../lib/env";
import { notFound, refuse } from "../../lib/errors";
import { sql } from "../../lib/sql";
import { setCancelled, setExtended, setLine } from "./booking-queries";
import { newCode } from "./ids";
import { refuseFull, refuseParty, refuseTooMany, refuseUnbookable } from "./refusals";
import { change, contend, type Tx } from "./rows";
import { addressHash, quoteParty, requestHash } from "./rules";
import * as queries from "./seat-queries";
import type { Booking } from "./tables";

export type HoldRequest = {
  /** Made by the caller; the key of idempotency. */
  uuid: string;
  departure_id: string;
  /** How many of each unit, by unit id. */
  party: Party;
  cart_id: string;
  /** The line that the cart has, or will have, for it. */
  line_item_id?: string;
  /** The network address that asks. */
  address: string;
};
/** `is_new`: made by this very call, not by the same request before. */
type HeldBooking = Booking & { is_new: boolean };

/** Answers what the same request made before; refuses another request under the same uuid. */
function sameRequest(booking: Booking, request_hash: string): Booking {
  if (booking.request_hash !== request_hash) {
    refuse("booking_uuid_taken", "This uuid belongs to another booking: make a new one", {
      fields: [{ field: "uuid", code: "booking_uuid_taken", message: "is taken" }],
    });
  }
  return booking;
}

type Request = Omit<HoldRequest, "address" | "cart_id"> & { cart_id: string | null };
type Guest = Pick<Booking, "address_hash" | "origin" | "full_name" | "phone" | "lang">;

/** The booking that a request asks for, with a ticket for each guest, at the prices of now. */
function draftOf(request: Request, offer: queries.Offer, guest: Guest) {
  const { uuid, departure_id, cart_id, party, line_item_id = null } = request;
  const quote = quoteParty(offer.units, party, offer.price_percent);
  const tickets = quote.items.map((item, index) => ({
    ...item,
    id: randomUUID(),
    code: newCode(),
    position: index + 1,
  }));
  const draft = {
    ...guest,
    uuid,
    departure_id,
    cart_id,
    line_item_id,
    request_hash: requestHash(request),
    option_id: offer.option_id,
    producer_id: offer.producer_id,
    product_id: offer.product_id,
    policy: offer.policy,
    pax: quote.pax,
    amount_vnd: quote.amount_vnd,
    due_vnd: guest.origin === "host" ? quote.amount_vnd : 0,
    collected_vnd: 0,
    party: quote.party,
    code: newCode(),
    note: "",
    extensions: 0,
  };
  return { draft, tickets };
}

/** Takes the seats of a request or refuses by what stands in its way. */
async function take(
  request: Request,
  guest: Guest,
  terms: { actor: string; hold_minutes: number | null; producer_id?: string },
): Promise<HeldBooking> {
  const { actor, hold_minutes, producer_id } = terms;
  const offer = await queries.readOffer(request.departure_id);
  if (!offer || (producer_id && offer.producer_id !== producer_id)) notFound("Departure");
  if (partyFault(offer, offer.units, request.party)) {
    const [known] = await queries.readBookings(sql(), [request.uuid]);
    if (known) return { ...sameRequest(known, requestHash(request)), is_new: false };
    refuseParty(offer, request.party);
  }
  const { taken, code } = await contend(async () => {
    const drafted = draftOf(request, offer, guest);
    const taken = await queries.takeSeats({
      ...drafted,
      actor,
      hold_minutes,
      most_of_cart: MAX_HOLDS_PER_CART,
      most_of_address: MAX_HOLDS_PER_ADDRESS,
    });
    return { taken, code: drafted.draft.code };
  });
  if (taken.made) {
    // A code is made for one draft: a booking with another one was there before.
    const is_new = taken.made.code === code;
    return { ...sameRequest(taken.made, requestHash(request)), is_new };
  }
  if (!taken.place) notFound("Departure");
  if (hold_minutes !== null) {
    refuseUnbookable(taken.place);
    refuseTooMany(taken);
  } else if (taken.place.status === "closed") {
    refuse("departure_closed", "This departure is closed: reopen it or choose another one");
  }
  return refuseFull(taken.place.seats_left);
}

/**
 * Holds seats for a party. Of any number of carts that want the last seats the first one at the
 * lock gets them and the others are refused. The same uuid with the same request answers the same
 * booking, whatever became of it. Live holds per cart and per address are limited, also under a race.
 */
export async function hold({ address, ...request }: HoldRequest): Promise<HeldBooking> {
  const guest = { origin: "online", full_name: "", phone: "", lang: "vi" } as const;
  const address_hash = addressHash(address, env.SIGNING_SECRET);
  return take(request, { ...guest, address_hash }, { actor: "buyer", hold_minutes: HOLD_MINUTES });
}

/** A booking that the host takes at the door or by telephone: confirmed at once, paid there. */
export type HostBooking = {
  /** Left out: a new one. */
  uuid?: string | undefined;
  departure_id: string;
  producer_id: string;
  party: Party;
  full_name: string;
  phone: string;
  lang: "vi" | "en";
  actor: string;
};

/**
 * Takes seats for somebody whom the host knows, also after the cut-off and after the start, but not
 * on a closed departure; idempotent by uuid as `hold`.
 */
export async function bookByHost(request: HostBooking): Promise<HeldBooking> {
  const { uuid = randomUUID(), departure_id, party, producer_id, actor } = request;
  const { full_name, phone, lang } = request;
  return take(
    { uuid, departure_id, party, cart_id: null },
    { origin: "host", address_hash: null, full_name, phone, lang },
    { actor, hold_minutes: null, producer_id },
  );
}

/**
 * Locks a booking's departure (first its holder, when holds are to be counted), gives back what ran
 * out, and reads both. The statements go out together in this order, and each sees what was
 * committed before it began, so those after the lock see everything that others did before it.
 */
async function enter(tx: Tx, known: Booking, holder: Booking | null) {
  const { departure_id, uuid } = known;
  const [, , , holds, departures, bookings] = await Promise.all([
    holder ? queries.lockHolder(tx, holder) : null,
    queries.lockDepartures(tx, [departure_id]),
    queries.reapHolds(tx, [departure_id]),
    holder ? queries.countHolds(tx, holder) : { cart_holds: 0, address_holds: 0 },
    queries.readDepartures(tx, [departure_id]),
    queries.readBookings(tx, [uuid]),
  ]);
  const departure = departures.get(departure_id);
  const [booking] = bookings;
  if (!departure || !booking) throw new Error(`Booking ${uuid} went away`);
  return { departure, booking, holds };
}

/**
 * Gives a hold more time, once, counted from now. One that ran out gets its seats again when they
 * are still there and counts as a new hold for the limits. 404 for another cart's.
 */
export async function extendHold(request: { uuid: string; cart_id: string }): Promise<Booking> {
  const { uuid, cart_id } = request;
  const [known] = await queries.readBookings(sql(), [uuid]);
  if (known?.cart_id !== cart_id) notFound("Booking");
  const { departure_id, pax } = known;
  return change(async (tx) => {
    const { departure, booking, holds } = await enter(tx, known, known);
    const isLive = booking.status === "ON_HOLD";
    if ((!isLive && booking.status !== "EXPIRED") || booking.order_id !== null) {
      refuse("hold_ended", "These seats are no longer on hold: choose a departure again");
    }
    if (booking.extensions >= MAX_EXTENSIONS) {
      refuse("extension_used", "A hold can be extended once: pay now or choose seats again");
    }
    refuseUnbookable(departure, isLive ? "late" : null);
    const note = { departure_id, kind: "extended" as const, booking_uuid: uuid, actor: "buyer" };
    if (isLive) {
      await queries.noteEvent(tx, note);
    } else {
      refuseTooMany(holds);
      const isTaken = await queries.moveSeats(tx, note, { held: pax, confirmed: 0 });
      if (!isTaken) refuseFull(departure.seats_left);
    }
    return setExtended(tx, uuid, EXTENSION_MINUTES);
  });
}

/** Notes the cart's line of a hold; 404 for another cart's and for one that is being paid. */
export async function attachLine(line: {
  uuid: string;
  cart_id: string;
  line_item_id: string;
}): Promise<Booking> {
  return (await setLine(line)) ?? notFound("Booking");
}

/** Gives the seats of a hold back; false, and nothing happens, unless it is live and not being paid. */
export async function release(request: {
  uuid: string;
  actor: string;
  reason: string;
}): Promise<boolean> {
  const { uuid, actor, reason } = request;
  const [known] = await queries.readBookings(sql(), [uuid]);
  if (!known) return false;
  const { departure_id, pax } = known;
  return change(async (tx) => {
    const { booking } = await enter(tx, known, null);
    if (booking.status !== "ON_HOLD" || booking.order_id !== null) return false;
    const note = { departure_id, kind: "released" as const, booking_uuid: uuid, actor, reason };
    await queries.moveSeats(tx, note, { held: -pax, confirmed: 0 });
    await setCancelled(tx, uuid, reason);
    return true;
  });
}
