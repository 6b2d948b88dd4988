import { addDays, addMonths, formatTimeInVietnam, todayInVietnam } from "@cho-lang/shared/calendar";
import type {
  CalendarDay,
  PublicDeparture,
  TourBooking,
  TourOption,
} from "@cho-lang/shared/contracts/booking";
import {
  DEPARTURE_STATES,
  type DepartureState,
  departureState,
  type TourUnit,
  unitPriceAt,
} from "@cho-lang/shared/domain/booking";
import { isProducerOpenOn } from "@cho-lang/shared/domain/producer";
import type { Language } from "@cho-lang/shared/language";
import type { BookableTour, CalendarDeparture, TourMonth } from "../../../reports/tour-calendar";

type OptionRow = BookableTour["options"][number];

/** What can be booked of a tour as the contract has it; `option` is the one that `month` is of. */
export function tourView(
  tour: BookableTour,
  { option, month, language }: { option: OptionRow | null; month: TourMonth; language: Language },
): TourBooking {
  const now = new Date(month.now);
  const today = todayInVietnam(now);
  return {
    product_id: tour.id,
    handle: tour.handle,
    options: tour.options.map((row) => optionView(row, language)),
    option_id: option?.id ?? null,
    is_bookable: isProducerOpenOn(tour.producer, today),
    today,
    month: month.month,
    previous_month: month.previous_month,
    next_month: month.next_month,
    days: daysOf(month, option?.units ?? [], now),
    next_open_date: month.next_open_date,
  };
}

/** The calendar of a tour that takes no bookings. */
export function emptyMonth(now: Date, asked: string | null): TourMonth {
  return {
    now: now.getTime(),
    month: asked ?? todayInVietnam(now).slice(0, 7),
    previous_month: null,
    next_month: null,
    next_open_date: null,
    departures: [],
  };
}

function optionView(row: OptionRow, language: Language): TourOption {
  // English texts may be missing; the Vietnamese ones never are.
  const text = (vi: string, en: string) => (language === "en" && en !== "" ? en : vi);
  const english = language === "en" && row.included_en.length === row.included_vi.length;
  return {
    id: row.id,
    title: text(row.title_vi, row.title_en),
    duration_minutes: row.duration_minutes,
    languages: row.languages,
    meeting_point: text(row.meeting_point_vi, row.meeting_point_en),
    directions: text(row.directions_vi, row.directions_en),
    lat: row.lat,
    lng: row.lng,
    included: english ? row.included_en : row.included_vi,
    program: row.program.map(({ minutes_after_start, vi, en }) => ({
      minutes_after_start,
      text: text(vi, en),
    })),
    min_party: row.min_party,
    max_party: row.max_party,
    cutoff_minutes: row.cutoff_minutes,
    policy: [...row.policy],
    units: row.units.map(
      ({ id, kind, price_vnd, pax_count, age_min, age_max, accompanied_by }) => ({
        id,
        kind,
        price_vnd,
        pax_count,
        age_min,
        age_max,
        accompanied_by,
      }),
    ),
  };
}

function daysOf(month: TourMonth, units: readonly Unit[], now: Date): CalendarDay[] {
  const first = `${month.month}-01`;
  const next = addMonths(first, 1);
  const days: CalendarDay[] = [];
  for (let date = first; date < next; date = addDays(date, 1)) {
    const departures = month.departures
      .filter((departure) => departure.local_date === date)
      .map((departure) => departureView(departure, units, now));
    days.push(dayView(date, departures));
  }
  return days;
}

type Unit = Pick<TourUnit, "kind" | "price_vnd">;

function departureView(
  departure: CalendarDeparture,
  units: readonly Unit[],
  now: Date,
): PublicDeparture {
  const { id, status, close_reason, seats_left, capacity, price_percent } = departure;
  const starts_at = new Date(departure.starts_at);
  const cutoff_at = new Date(departure.cutoff_at);
  return {
    id,
    starts_at: starts_at.toISOString(),
    time: formatTimeInVietnam(starts_at),
    state: departureState({ starts_at, cutoff_at, status, seats_left }, now),
    close_reason,
    seats_left,
    capacity,
    price_percent,
    price_vnd: unitPriceAt({ price_vnd: shownPrice(units) }, price_percent),
  };
}

/** An adult's price at 100 percent, or the dearest unit's of a tour without adults. */
function shownPrice(units: readonly Unit[]): number {
  const adult = units.find(({ kind }) => kind === "ADULT");
  return adult?.price_vnd ?? Math.max(0, ...units.map(({ price_vnd }) => price_vnd));
}

const BOOKABLE: readonly DepartureState[] = ["open", "few"];

/** A day by its departures: its best state, and what is left and from which price. */
function dayView(date: string, departures: PublicDeparture[]): CalendarDay {
  const state = DEPARTURE_STATES.find((one) => departures.some((row) => row.state === one)) ?? null;
  const bookable = departures.filter((row) => BOOKABLE.includes(row.state));
  const priced = bookable.length > 0 ? bookable : departures;
  return {
    date,
    state,
    close_reason:
      state === "closed"
        ? (departures.find((row) => row.state === "closed")?.close_reason ?? null)
        : null,
    seats_left: Math.max(0, ...bookable.map(({ seats_left }) => seats_left)),
    price_from_vnd: priced.length > 0 ? Math.min(...priced.map((row) => row.price_vnd)) : null,
    departures,
  };
}
