import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import type { NewTourOption } from "../../workflows/booking/create-tour-options";
import { pick } from "./chance";
import type { Opening, VisitFact } from "./facts";

type Rule = NewTourOption["rules"][number];

interface Week {
  /** 1 is Monday, 7 is Sunday. */
  plain: readonly number[];
  /** Days that many people have free; they may cost more. */
  busy: readonly number[];
  times: readonly string[];
  /** Starts besides `times` on busy days. */
  more: readonly string[];
  /** Percent of the price on busy days; one of them is dealt. */
  percents: readonly number[];
  /** How long before the start booking ends. */
  cutoff_minutes: number;
}

const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

const WEEKS: Readonly<Record<Opening, Week>> = {
  workshop: {
    plain: [3, 4, 5],
    busy: WEEKEND,
    times: ["08:30"],
    more: ["14:00"],
    percents: [120, 110],
    cutoff_minutes: 720,
  },
  daily: {
    plain: WEEKDAYS,
    busy: WEEKEND,
    times: ["09:00", "14:30"],
    more: [],
    percents: [100, 120],
    cutoff_minutes: 120,
  },
  short: {
    plain: WEEKDAYS,
    busy: WEEKEND,
    times: ["08:30", "10:00", "15:00"],
    more: ["16:30"],
    percents: [100],
    cutoff_minutes: 30,
  },
  dawn: {
    plain: WEEKDAYS,
    busy: WEEKEND,
    times: ["06:00"],
    more: [],
    percents: [100, 120],
    cutoff_minutes: 360,
  },
  morning: {
    plain: [2, 3, 4, 5],
    busy: WEEKEND,
    times: ["07:30"],
    more: [],
    percents: [115, 120],
    cutoff_minutes: 600,
  },
  day: {
    plain: [3, 4, 5],
    busy: WEEKEND,
    times: ["08:30"],
    more: [],
    percents: [115, 120],
    cutoff_minutes: 900,
  },
  stay: {
    plain: [7, 1, 2, 3, 4],
    busy: [5, 6],
    times: ["14:00"],
    more: [],
    percents: [120, 115],
    cutoff_minutes: 1440,
  },
  weekend: {
    plain: [],
    busy: WEEKEND,
    times: ["08:30"],
    more: [],
    percents: [100],
    cutoff_minutes: 720,
  },
};

/** New Year's days by the lunar calendar as Vietnam keeps it. */
const TET = ["2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23"];

/** The eve of Tết and its first three days: no village receives anybody. */
export const TET_DAYS: LocalDate[] = TET.flatMap((first) =>
  [-1, 0, 1, 2].map((days) => addDays(first, days)),
);

/** How long before a start a visit can be booked, in minutes. */
export function cutoffOf(fact: VisitFact): number {
  return fact.cutoff_minutes ?? WEEKS[fact.opens].cutoff_minutes;
}

/** When a visit departs: plain days at the price, busy days with more starts or a higher price. */
export function rulesOf(fact: VisitFact): Rule[] {
  const week = WEEKS[fact.opens];
  const times = fact.times ?? [...week.times];
  const shared = {
    season_from: fact.season?.[0] ?? null,
    season_to: fact.season?.[1] ?? null,
    valid_from: null,
    valid_until: null,
    blackout_dates: TET_DAYS,
    capacity: fact.seats,
  };
  const busy: Rule = {
    ...shared,
    weekdays: [...week.busy],
    times: fact.times ? times : [...times, ...week.more],
    price_percent: pick(`${fact.id}/busy`, week.percents),
  };
  if (week.plain.length === 0) return [busy];
  return [{ ...shared, weekdays: [...week.plain], times, price_percent: 100 }, busy];
}
