import { randomUUID } from "node:crypto";
import {
  departureState,
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
import { change, type Tx } from "./rows";
import { addressHash, quoteParty, requestHash } from "./rules";
import * as queries from "./seat-queries";
import type { Booking, Departure } from "./tables";

export type HoldRequest = {
  /** Made by the caller; the key of idempotency. */
  uuid: string;
  departure_id: string;
  /** How many of each unit, by unit id. */
  party: Party;
  cart_id: string;
  /** The network address that asks. */
  address: string;
};

type Holder = { address_hash: string | null; cart_id: string | null };
const nobody: Holder = { address_hash: null, cart_id: null };

/**
 * Locks a departure (first its holder, when holds are to be counted), gives back what ran out, and
 * reads it with one booking. The statements go out together in this order, and each sees what was
 * committed before it began, so those after the lock see everything that others did before it.
 */
async function enter(tx: Tx, where: { departure_id: string; uuid: string; holder?: Holder }) {
  const { departure_id, uuid, holder } = where;
  const [, , , scene, bookings] = await Promise.all([
    holder ? queries.lockHolder(tx, holder) : null,
    queries.lockDepartures(tx, [departure_id]),
    queries.reapHolds(tx, [departure_id]),
    queries.readScene(tx, departure_id, holder ?? nobody),
    queries.readBookings(tx, [uuid]),
  ]);
  return { scene, booking: bookings[0] ?? null };
}

/** Refuses a departure without room, naming the seats left. */
export function refuseFull(seats_left: number): never {
  const left = seats_left > 0 ? `only ${seats_left} seats are left` : "no seat is left";
  refuse("departure_full", `On this departure ${left}: bring fewer guests or choose another`, {
    fields: [{ field: "departure_id", code: "departure_full", message: left }],
  });
}

/** Refuses a departure that cannot be booked at its instant; `late` allows it after the cut-off. */
export function refuseUnbookable(
  departure: Departure & { now: Date; seats_left: number },
  late: "late" | null = null,
): void {
  const refuseAs = (code: string, why: string) =>
    refuse(code, `This departure ${why}: choose another one`, {
      fields: [{ field: "departure_id", code, message: why }],
    });
  const state = departureState(departure, departure.now);
  if (state === "past") refuseAs("departure_past", "has left already");
  if (state === "closed") refuseAs("departure_closed", "is closed");
  if (state === "too_late" && !late) {
    refuseAs("departure_too_late", "can no longer be booked, because it starts soon");
  }
}

/** Refuses one more live hold than a cart or an address may have. */
function refuseTooMany(scene: queries.Scene): void {
  if (scene.cart_holds >= MAX_HOLDS_PER_CART) {
    const message = `at most ${MAX_HOLDS_PER_CART} visits can be held in one cart`;
    refuse("too_many_holds_in_cart", `${message}: remove one or pay for these first`, {
      fields: [{ field: "cart_id", code: "too_many_holds_in_cart", message }],
    });
  }
  if (scene.address_holds >= MAX_HOLDS_PER_ADDRESS) {
    const message = `at most ${MAX_HOLDS_PER_ADDRESS} visits can be held from one network address`;
    refuse("too_many_holds_from_address", `${message}: pay for one or try again in a while`, {
      fields: [{ field: "address", code: "too_many_holds_from_address", message }],
    });
  }
}

/** Refuses a party that this tour does not take; the fault is the code, the unit the field. */
function refuseParty(scene: queries.Scene, party: Party): void {
  const found = partyFault(scene.option, scene.units, party);
  if (!found) return;
  const field = found.unit_id === null ? "units" : `units.${found.unit_id}`;
  const { min_party, max_party } = scene.option;
  const message = `this tour takes parties of ${min_party} to ${max_party} seats; ${found.fault}`;
  refuse("invalid_fields", `${field}: ${message}`, {
    fields: [{ field, code: found.fault, message }],
  });
}

/** Answers what the same request made before; refuses another request under the same uuid. */
function sameRequest(booking: Booking, request_hash: string): Booking {
  if (booking.request_hash !== request_hash) {
    refuse("booking_uuid_taken", "This uuid belongs to another booking: make a new one", {
      fields: [{ field: "uuid", code: "booking_uuid_taken", message: "is taken" }],
    });
  }
  return booking;
}

function draftOf(scene: queries.Scene, party: Party) {
  const quote = quoteParty(scene.units, party, scene.price_percent);
  return {
    departure_id: scene.id,
    option_id: scene.option_id,
    producer_id: scene.option.producer_id,
    product_id: scene.option.product_id,
    policy: scene.option.policy,
    pax: quote.pax,
    amount_vnd: quote.amount_vnd,
    party: quote.party,
    items: quote.items.map((item) => ({ ...item, id: randomUUID(), code: newCode() })),
    code: newCode(),
  };
}

/**
 * Holds seats for a party. Of any number of carts that want the last seats the first one at the
 * lock gets them and the others are refused. The same uuid with the same request answers the same
 * booking, whatever became of it. Live holds per cart and per address are limited, also under a race.
 */
export async function hold(request: HoldRequest): Promise<Booking> {
  const { uuid, departure_id, party, cart_id } = request;
  const request_hash = requestHash({ departure_id, cart_id, party });
  const holder = { address_hash: addressHash(request.address, env.SIGNING_SECRET), cart_id };
  return change(async (tx) => {
    const { scene, booking } = await enter(tx, { departure_id, uuid, holder });
    if (booking) return sameRequest(booking, request_hash);
    if (!scene) notFound("Departure");
    refuseUnbookable(scene);
    refuseParty(scene, party);
    refuseTooMany(scene);
    const held = await queries.takeSeats(tx, {
      ...draftOf(scene, party),
      ...holder,
      uuid,
      request_hash,
      origin: "online",
      hold_minutes: HOLD_MINUTES,
      full_name: "",
      phone: "",
      lang: "vi",
      due_vnd: 0,
      actor: "buyer",
    });
    return held ?? refuseFull(scene.seats_left);
  });
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
export async function bookByHost(request: HostBooking): Promise<Booking> {
  const { uuid = randomUUID(), departure_id, party, full_name, phone, lang, actor } = request;
  const request_hash = requestHash({ departure_id, cart_id: null, party });
  return change(async (tx) => {
    const { scene, booking } = await enter(tx, { departure_id, uuid });
    if (booking) return sameRequest(booking, request_hash);
    if (scene?.option.producer_id !== request.producer_id) notFound("Departure");
    if (scene.status === "closed") {
      refuse("departure_closed", "This departure is closed: reopen it or choose another one");
    }
    refuseParty(scene, party);
    const draft = draftOf(scene, party);
    const booked = await queries.takeSeats(tx, {
      ...draft,
      ...nobody,
      uuid,
      request_hash,
      origin: "host",
      hold_minutes: null,
      full_name,
      phone,
      lang,
      due_vnd: draft.amount_vnd,
      actor,
    });
    return booked ?? refuseFull(scene.seats_left);
  });
}

/**
 * Gives a hold more time, once, counted from now. One that ran out gets its seats again when they
 * are still there and counts as a new hold for the limits. 404 for another cart's.
 */
export async function extendHold(request: { uuid: string; cart_id: string }): Promise<Booking> {
  const { uuid, cart_id } = request;
  const [known] = await queries.readBookings(sql(), [uuid]);
  if (known?.cart_id !== cart_id) notFound("Booking");
  const { departure_id, address_hash, pax } = known;
  return change(async (tx) => {
    const holder = { address_hash, cart_id };
    const { scene, booking } = await enter(tx, { departure_id, uuid, holder });
    if (!scene || !booking) notFound("Booking");
    const isLive = booking.status === "ON_HOLD";
    if ((!isLive && booking.status !== "EXPIRED") || booking.order_id !== null) {
      refuse("hold_ended", "These seats are no longer on hold: choose a departure again");
    }
    if (booking.extensions >= MAX_EXTENSIONS) {
      refuse("extension_used", "A hold can be extended once: pay now or choose seats again");
    }
    refuseUnbookable(scene, isLive ? "late" : null);
    const note = { departure_id, kind: "extended" as const, booking_uuid: uuid, actor: "buyer" };
    if (isLive) {
      await queries.noteEvent(tx, note);
    } else {
      refuseTooMany(scene);
      const isTaken = await queries.moveSeats(tx, note, { held: pax, confirmed: 0 });
      if (!isTaken) refuseFull(scene.seats_left);
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
    const { booking } = await enter(tx, { departure_id, uuid });
    if (booking?.status !== "ON_HOLD" || booking.order_id !== null) return false;
    const note = { departure_id, kind: "released" as const, booking_uuid: uuid, actor, reason };
    await queries.moveSeats(tx, note, { held: -pax, confirmed: 0 });
    await setCancelled(tx, uuid, reason);
    return true;
  });
}
