import { createHash, createHmac } from "node:crypto";
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  startOfDayInVietnam,
} from "@cho-lang/shared/calendar";
import {
  type Party,
  partyPax,
  partyPrice,
  SCHEDULE_MONTHS,
  type TourUnit,
  unitPriceAt,
} from "@cho-lang/shared/domain/booking";
import type { Vnd } from "@cho-lang/shared/money";
import type { Departure, PartyMember, ScheduleRule } from "./tables";

const MINUTE_MS = 60_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const A_MONDAY: LocalDate = "1970-01-05";

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return (((daysBetween(A_MONDAY, date) % 7) + 7) % 7) + 1;
}

/** Whether a day is of the season, both ends inclusive; a season may go over New Year. */
function isInSeason(rule: Pick<ScheduleRule, "season_from" | "season_to">, date: LocalDate) {
  const { season_from: from, season_to: to } = rule;
  if (from === null || to === null) return true;
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

/** The instant of "06:00" on a day in Vietnam, which is 23:00Z of the day before. */
export function instantOf(date: LocalDate, time: string): Date {
  const parts = TIME.exec(time);
  if (!parts) throw new RangeError(`A time must be written HH:MM, but it is "${time}".`);
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return new Date(startOfDayInVietnam(date).getTime() + minutes * MINUTE_MS);
}

type Recurrence = Omit<
  ScheduleRule,
  "id" | "option_id" | "position" | "capacity" | "price_percent"
>;

/** Every start of a rule from one day to another, both inclusive, the earliest first. */
export function expandRule(
  rule: Recurrence,
  from: LocalDate,
  to: LocalDate,
): { local_date: LocalDate; starts_at: Date }[] {
  const first = rule.valid_from !== null && rule.valid_from > from ? rule.valid_from : from;
  const last = rule.valid_until !== null && rule.valid_until < to ? rule.valid_until : to;
  const weekdays = new Set(rule.weekdays);
  const blackout = new Set(rule.blackout_dates);
  const times = [...new Set(rule.times)].sort();
  const starts: { local_date: LocalDate; starts_at: Date }[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (!weekdays.has(weekdayOf(date)) || blackout.has(date) || !isInSeason(rule, date)) continue;
    for (const time of times) starts.push({ local_date: date, starts_at: instantOf(date, time) });
  }
  return starts;
}

/** The days for which departures are kept ready, both inclusive. */
export function scheduleSpan(today: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: today, to: addMonths(today, SCHEDULE_MONTHS) };
}

/** A departure as its rule wants it. */
export type WantedDeparture = Pick<
  Departure,
  "option_id" | "rule_id" | "starts_at" | "local_date" | "capacity" | "price_percent" | "cutoff_at"
>;

/** What an option's rules want in a span of days; of two with one start the first rule wins. */
export function wantedDepartures(
  option: { id: string; cutoff_minutes: number },
  rules: readonly ScheduleRule[],
  span: { from: LocalDate; to: LocalDate },
): WantedDeparture[] {
  const wanted = new Map<number, WantedDeparture>();
  for (const rule of [...rules].sort((a, b) => a.position - b.position)) {
    for (const start of expandRule(rule, span.from, span.to)) {
      const at = start.starts_at.getTime();
      if (wanted.has(at)) continue;
      wanted.set(at, {
        ...start,
        option_id: option.id,
        rule_id: rule.id,
        capacity: rule.capacity,
        price_percent: rule.price_percent,
        cutoff_at: new Date(at - option.cutoff_minutes * MINUTE_MS),
      });
    }
  }
  return [...wanted.values()];
}

/** A departure that is there; touched ones have a booking, an event, or are closed. */
export type StandingDeparture = WantedDeparture & { id: string; is_touched: boolean };

export type SchedulePlan = {
  add: WantedDeparture[];
  change: (WantedDeparture & { id: string })[];
  remove: string[];
  kept: number;
};

/**
 * What must change so that one option's departures match its rules. Touched departures and those
 * added by hand stay as they are, also where a rule wants another at the same time.
 */
export function planSchedule(
  standing: readonly StandingDeparture[],
  wanted: readonly WantedDeparture[],
): SchedulePlan {
  const plan: SchedulePlan = { add: [], change: [], remove: [], kept: 0 };
  const open = new Map(wanted.map((one) => [one.starts_at.getTime(), one]));
  for (const departure of standing) {
    const at = departure.starts_at.getTime();
    const want = open.get(at);
    open.delete(at);
    if (departure.is_touched || departure.rule_id === null) plan.kept += 1;
    else if (!want) plan.remove.push(departure.id);
    else if (isAsWanted(departure, want)) plan.kept += 1;
    else plan.change.push({ ...want, id: departure.id });
  }
  plan.add.push(...open.values());
  return plan;
}

function isAsWanted(departure: WantedDeparture, want: WantedDeparture): boolean {
  return (
    departure.rule_id === want.rule_id &&
    departure.capacity === want.capacity &&
    departure.price_percent === want.price_percent &&
    departure.cutoff_at.getTime() === want.cutoff_at.getTime()
  );
}

/** What a party takes and pays on a departure, with one item for each ticket. */
export type Quote = {
  pax: number;
  amount_vnd: Vnd;
  party: PartyMember[];
  items: Omit<PartyMember, "count">[];
};

/** Check with `partyFault` first: unknown units count nothing. Members stand as the units do. */
export function quoteParty(units: readonly TourUnit[], party: Party, price_percent: number): Quote {
  const members = units.flatMap((unit) => {
    const count = party[unit.id] ?? 0;
    const price_vnd = unitPriceAt(unit, price_percent);
    return count > 0 ? [{ unit_id: unit.id, kind: unit.kind, count, price_vnd }] : [];
  });
  return {
    pax: partyPax(units, party),
    amount_vnd: partyPrice(units, party, price_percent),
    party: members,
    items: members.flatMap(({ count, ...item }) => Array.from({ length: count }, () => item)),
  };
}

/**
 * The same for the same departure, cart and party, in whatever order the units are given and
 * whether zeros are given or left out.
 */
export function requestHash(request: {
  departure_id: string;
  cart_id: string | null;
  party: Party;
}): string {
  const party = Object.entries(request.party)
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([request.departure_id, request.cart_id, party]);
  return createHash("sha256").update(canonical).digest("base64url");
}

/** A network address that can be counted and not read back. */
export function addressHash(address: string, secret: string): string {
  return createHmac("sha256", secret).update(`hold:${address}`).digest("base64url");
}
