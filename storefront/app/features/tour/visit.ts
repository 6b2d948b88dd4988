import type {
  CalendarDay,
  PublicDeparture,
  TourBooking,
  TourOption,
} from "@cho-lang/shared/contracts/booking";
import {
  MAX_OF_UNIT,
  type PartyFault,
  partyFault,
  partyPax,
  partyPrice,
  type RefundStep,
  refundSteps,
  type TourUnit,
} from "@cho-lang/shared/domain/booking";
import type { AskedVisit } from "./visit-query";

/** People of a party that nobody has told us yet. */
const USUAL_PARTY = 2;

/** Why the party that was asked for can't be held as it is. */
type VisitFault = { code: PartyFault | "seats_short"; unit_id: string | null };

/** What the page shows as chosen: from the address, completed by what is likely meant. */
export type Visit = {
  option: TourOption;
  /** The asked day when the shown month has it. */
  day: CalendarDay | null;
  /** The departure that would be held; null when the day has none that can be booked. */
  departure: PublicDeparture | null;
  /** How many of each unit the fields show. */
  party: Record<string, number>;
  pax: number;
  amount_vnd: number;
  /** Free seats once this party is held; negative when there are too few. */
  seats_after: number;
  /** Null also when nobody has chosen a party yet. */
  fault: VisitFault | null;
  /** What a cancellation gives back, the steps that are still to come. */
  refunds: RefundStep[];
};

/** Whether a departure or a day can be booked now. */
export function canBook({ state }: { state: string | null }): boolean {
  return state === "open" || state === "few";
}

/** The option that the calendar is of; null for a tour without any. */
export function shownOption({ options, option_id }: TourBooking): TourOption | null {
  return options.find(({ id }) => id === option_id) ?? options[0] ?? null;
}

/** Completes what was asked: the day's first departure with room, the usual party, sum and faults. */
export function chooseVisit(booking: TourBooking, asked: AskedVisit, now: Date): Visit | null {
  const option = shownOption(booking);
  if (!option) return null;
  const day = booking.days.find(({ date }) => date === asked.date) ?? null;
  const isAsked = Object.keys(asked.units).length > 0;
  const wanted = isAsked
    ? knownUnits(option, asked.units)
    : usualParty(option, asked.party ?? USUAL_PARTY, null);
  const departure = day && chooseDeparture(day, asked.departure, partyPax(option.units, wanted));
  const party = isAsked
    ? wanted
    : usualParty(option, asked.party ?? USUAL_PARTY, asked.party ? null : departure);
  const counted = onlyCounts(party);
  const pax = partyPax(option.units, counted);
  const seats_after = (departure?.seats_left ?? 0) - pax;
  const amount_vnd = partyPrice(option.units, counted, departure?.price_percent ?? 100);
  return {
    option,
    day,
    departure,
    party,
    pax,
    amount_vnd,
    seats_after,
    fault: isAsked || asked.party ? faultOf(option, party, departure) : null,
    refunds: departure ? stepsToCome(option, departure, amount_vnd, now) : [],
  };
}

/** The asked departure when it can be booked, else the first with room for so many, else the first. */
function chooseDeparture(day: CalendarDay, asked: string | null, pax: number) {
  const bookable = day.departures.filter(canBook);
  return (
    bookable.find(({ id }) => id === asked) ??
    bookable.find(({ seats_left }) => seats_left >= pax) ??
    bookable[0] ??
    null
  );
}

function knownUnits({ units }: TourOption, asked: Record<string, number>): Record<string, number> {
  return Object.fromEntries(units.map(({ id }) => [id, asked[id] ?? 0]));
}

/** So many of the unit that comes by itself, within the tour's limits and the seats that are left. */
function usualParty(
  { units, min_party, max_party }: TourOption,
  people: number,
  departure: PublicDeparture | null,
): Record<string, number> {
  const lead = leadUnit(units);
  if (!lead) return {};
  const most = Math.min(max_party, departure?.seats_left ?? max_party);
  const seats = Math.min(Math.max(people, min_party), most);
  const count = Math.max(1, Math.floor(seats / Math.max(1, lead.pax_count)));
  return { [lead.id]: Math.min(count, MAX_OF_UNIT) };
}

/** The unit that most parties are made of: adults, else the first that may come alone. */
function leadUnit<Unit extends TourUnit>(units: readonly Unit[]): Unit | undefined {
  return (
    units.find(({ kind }) => kind === "ADULT") ??
    units.find(({ accompanied_by, pax_count }) => accompanied_by.length === 0 && pax_count > 0) ??
    units[0]
  );
}

function onlyCounts(party: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(party).filter(([, count]) => count <= MAX_OF_UNIT));
}

function faultOf(
  option: TourOption,
  party: Record<string, number>,
  departure: PublicDeparture | null,
): VisitFault | null {
  const found = partyFault(option, option.units, party);
  if (found) return { code: found.fault, unit_id: found.unit_id };
  const isShort = departure && partyPax(option.units, party) > departure.seats_left;
  return isShort ? { code: "seats_short", unit_id: null } : null;
}

function stepsToCome(
  { policy }: TourOption,
  { starts_at }: PublicDeparture,
  amount_vnd: number,
  now: Date,
): RefundStep[] {
  return refundSteps(policy, new Date(starts_at), amount_vnd).filter(
    ({ until }) => until === null || until > now,
  );
}

/** The lowest price in the shown month, else of the unit that most parties are made of. */
export function priceFrom({ days }: TourBooking, option: TourOption): number {
  const prices = days.flatMap((day) =>
    canBook(day) && day.price_from_vnd !== null ? [day.price_from_vnd] : [],
  );
  return prices.length > 0 ? Math.min(...prices) : (leadUnit(option.units)?.price_vnd ?? 0);
}
