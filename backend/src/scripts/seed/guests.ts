import { createHash } from "node:crypto";
import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import type { UnitKind } from "@cho-lang/shared/domain/booking";
import { hashOf, numberBetween, pick } from "./chance";
import { guestName } from "./names";
import type { DealtVisit } from "./visits";

/** Guests who have booked with the host by telephone. */
export interface DealtGuests {
  uuid: string;
  departure_id: string;
  starts_at: Date;
  party: Partial<Record<UnitKind, number>>;
  full_name: string;
  phone: string;
  lang: "vi" | "en";
}

/** A departure as it stands when guests are dealt. */
export interface GuestDay {
  id: string;
  starts_at: Date;
  local_date: LocalDate;
  capacity: number;
}

/** How far ahead the demo has guests. */
export const GUEST_DAYS = 14;

/** What the departures of a demo producer look like one after another; null leaves all seats. */
const DEMO_TURNS = ["one", "few", "two", "full", "one", "two", null] as const;

/**
 * Deals guests over the departures of one visit, given from the anchor's day on in their order.
 * Producers with a login have some on nearly every departure, today's included; the others now and
 * then. Seats left are 1 to 4 where it is nearly full.
 */
export function dealGuests(
  visit: DealtVisit,
  departures: readonly GuestDay[],
  { anchor, hasLogin }: { anchor: LocalDate; hasLogin: boolean },
): DealtGuests[] {
  const last = addDays(anchor, GUEST_DAYS);
  const first = hasLogin ? anchor : addDays(anchor, 1);
  return departures
    .filter(({ local_date }) => local_date >= first && local_date <= last)
    .flatMap((departure, index) => {
      const key = `${visit.handle}/${departure.starts_at.toISOString()}`;
      const turn = hasLogin ? DEMO_TURNS[index % DEMO_TURNS.length] : turnOf(key);
      return sizesOf(turn ?? null, departure.capacity, key).map((size, number) =>
        guestsOf(visit, departure, { key: `${key}/${number}`, size }),
      );
    });
}

function turnOf(key: string): (typeof DEMO_TURNS)[number] {
  const roll = hashOf(`${key}/turn`) % 48;
  if (roll < 2) return "few";
  if (roll < 3) return "full";
  return roll < 7 ? "one" : null;
}

/** How many people come in each party. */
function sizesOf(turn: (typeof DEMO_TURNS)[number], capacity: number, key: string): number[] {
  if (turn === null) return [];
  if (turn === "one") return [numberBetween(`${key}/one`, { from: 2, to: 3 })];
  if (turn === "two") return [2, numberBetween(`${key}/two`, { from: 3, to: 4 })];
  const left = turn === "full" ? 0 : numberBetween(`${key}/left`, { from: 1, to: 4 });
  const sizes: number[] = [];
  for (let rest = capacity - left; rest > 0; ) {
    const wish = Math.min(numberBetween(`${key}/${sizes.length}`, { from: 2, to: 6 }), rest);
    // Nobody is left to come alone: some visits take two at least.
    const size = rest - wish === 1 ? wish + 1 : wish;
    sizes.push(size);
    rest -= size;
  }
  return sizes;
}

function guestsOf(
  visit: DealtVisit,
  departure: GuestDay,
  { key, size }: { key: string; size: number },
): DealtGuests {
  const isForeign =
    visit.option.languages.includes("en") &&
    numberBetween(`${key}/foreign`, { from: 1, to: 5 }) === 1;
  const lang = isForeign ? "en" : "vi";
  return {
    uuid: uuidOf(key),
    departure_id: departure.id,
    starts_at: departure.starts_at,
    party: partyOf(visit, size, key),
    full_name: guestName(key, lang),
    // 0900 000 2xx to 8xx: look like mobile numbers and are nobody's.
    phone: `+84900000${numberBetween(`${key}/phone`, { from: 200, to: 899 })}`,
    lang,
  };
}

function partyOf(visit: DealtVisit, size: number, key: string): DealtGuests["party"] {
  const offers = (kind: UnitKind) => visit.option.units.some((unit) => unit.kind === kind);
  if (size === 4 && offers("FAMILY")) return { FAMILY: 1 };
  if (size === 6 && offers("STUDENT")) return { ADULT: 1, STUDENT: 5 };
  if (size === 2 && offers("SENIOR") && pick(key, [true, false])) return { SENIOR: 2 };
  const children = offers("CHILD") ? Math.floor(size / 3) : 0;
  return { ADULT: size - children, ...(children > 0 ? { CHILD: children } : {}) };
}

/** The same uuid for the same key on every run: repeating the seed books nobody twice. */
function uuidOf(key: string): string {
  const hex = createHash("sha256").update(`cho-lang/guests/${key}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
