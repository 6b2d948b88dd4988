import { type LocalDate, parseLocalDate } from "@cho-lang/shared/calendar";

/** What an address or a form of a tour's page asks for; what can't be read counts as not asked. */
export type AskedVisit = {
  /** "YYYY-MM" */
  month: string | null;
  date: LocalDate | null;
  option: string | null;
  departure: string | null;
  /** How many of each unit, by unit id; NaN where the field holds no whole number. */
  units: Record<string, number>;
  /** People, when the address comes from a list that was asked for so many. */
  party: number | null;
};

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
/** Prefix of the fields that say how many of a unit come. */
const UNIT = "units.";
/** Units that one form is read for; no tour has nearly as many. */
const UNIT_LIMIT = 20;

/** Reads a tour page's query or its posted form: both name their parts alike. */
export function readVisit(given: URLSearchParams | FormData): AskedVisit {
  const text = (name: string) => {
    const value = given.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const id = (name: string) => (ID.test(text(name)) ? text(name) : null);
  const month = text("month");
  const party = countOf(text("party"));
  const units: Record<string, number> = {};
  for (const name of new Set(given.keys())) {
    const unit = name.startsWith(UNIT) ? name.slice(UNIT.length) : "";
    if (!ID.test(unit) || Object.keys(units).length >= UNIT_LIMIT) continue;
    units[unit] = text(name) === "" ? 0 : countOf(text(name));
  }
  return {
    month: MONTH.test(month) ? month : null,
    date: parseLocalDate(text("date")),
    option: id("option"),
    departure: id("departure"),
    units,
    party: party >= 1 ? party : null,
  };
}

/** The name of the field that says how many of a unit come. */
export function unitField(unit_id: string): string {
  return `${UNIT}${unit_id}`;
}

/** The month whose calendar an address asks for, or null for the next one that can be booked. */
export function askedMonth({ month, date }: AskedVisit): string | null {
  return month ?? date?.slice(0, 7) ?? null;
}

/**
 * The query of a tour's page, "" when nothing is asked; always in the same order. Numbers that
 * can't be read are left out, and so are zeros.
 */
export function visitSearch(asked: Partial<AskedVisit>): string {
  const params = new URLSearchParams();
  for (const name of ["option", "month", "date", "departure"] as const) {
    const value = asked[name];
    if (value) params.set(name, value);
  }
  for (const [unit, count] of Object.entries(asked.units ?? {})) {
    if (count > 0) params.set(unitField(unit), String(count));
  }
  if (asked.party) params.set("party", String(asked.party));
  const text = params.toString();
  return text && `?${text}`;
}

function countOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
