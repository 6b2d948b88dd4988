import {
  departureState,
  MAX_HOLDS_PER_ADDRESS,
  MAX_HOLDS_PER_CART,
  type Party,
  partyFault,
} from "@cho-lang/shared/domain/booking";
import { refuse } from "../../lib/errors";
import type { Holds, Offer, Standing } from "./seat-queries";

/** Refuses a departure without room, naming the seats left. */
export function refuseFull(seats_left: number): never {
  const left = seats_left > 0 ? `only ${seats_left} seats are left` : "no seat is left";
  refuse("departure_full", `On this departure ${left}: bring fewer guests or choose another`, {
    fields: [{ field: "departure_id", code: "departure_full", message: left }],
  });
}

/** Refuses a departure that cannot be booked at its instant; `late` allows it after the cut-off. */
export function refuseUnbookable(departure: Standing, late: "late" | null = null): void {
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
export function refuseTooMany(holds: Holds): void {
  if (holds.cart_holds >= MAX_HOLDS_PER_CART) {
    const message = `at most ${MAX_HOLDS_PER_CART} visits can be held in one cart`;
    refuse("too_many_holds_in_cart", `${message}: remove one or pay for these first`, {
      fields: [{ field: "cart_id", code: "too_many_holds_in_cart", message }],
    });
  }
  if (holds.address_holds >= MAX_HOLDS_PER_ADDRESS) {
    const message = `at most ${MAX_HOLDS_PER_ADDRESS} visits can be held from one network address`;
    refuse("too_many_holds_from_address", `${message}: pay for one or try again in a while`, {
      fields: [{ field: "address", code: "too_many_holds_from_address", message }],
    });
  }
}

/** Refuses a party that this tour does not take; the fault is the code, the unit the field. */
export function refuseParty(offer: Offer, party: Party): void {
  const found = partyFault(offer, offer.units, party);
  if (!found) return;
  const field = found.unit_id === null ? "units" : `units.${found.unit_id}`;
  const { min_party, max_party } = offer;
  const message = `this tour takes parties of ${min_party} to ${max_party} seats; ${found.fault}`;
  refuse("invalid_fields", `${field}: ${message}`, {
    fields: [{ field, code: found.fault, message }],
  });
}
