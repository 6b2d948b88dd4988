import {
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  type LocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import {
  closeReasonLabel,
  guideLanguageLabel,
  HOLD_MINUTES,
  MAX_OF_UNIT,
  type UnitKind,
  unitWord,
} from "@cho-lang/shared/domain/booking";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** Minutes. */
const DAY = 24 * 60;
const number = (value: number) => formatNumber(value, "en");
const counted = (count: number, one: string, many: string) =>
  `${number(count)} ${count === 1 ? one : many}`;
const seats = (count: number) => counted(count, "seat", "seats");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "25 Nov" */
const dayAndMonth = (date: LocalDate) => formatDate(date, "en").slice(0, -5);
const weekdayAndDay = (date: LocalDate) => `${formatWeekday(date, "en")} ${dayAndMonth(date)}`;
const month = (text: string) => `${MONTHS[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}`;
const a = (noun: string) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
const visit = (time: string | null) => (time ? `The ${time} visit` : "This visit");
const oneOf = (kinds: readonly UnitKind[]) =>
  kinds.map((kind) => a(unitWord(kind, "en"))).join(" or ");

function hours(minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return counted(minutes / DAY, "day", "days");
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0) return counted(rest, "minute", "minutes");
  return rest === 0 ? counted(whole, "hour", "hours") : `${number(whole)} h ${rest} min`;
}

export const booking = {
  heading: "Choose a day",
  month,
  caption: (text) => `${month(text)}: price from and seats left on each day`,
  previousMonth: (text) => `Previous month: ${month(text)}`,
  nextMonth: (text) => `Next month: ${month(text)}`,
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  weekdaysSpoken: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  shortPrice: (vnd) =>
    vnd < 1_000_000
      ? `${number(Math.round(vnd / 1000))}k`
      : `${String(Math.round(vnd / 10_000) / 100)}m`,
  shortSeats: (count) => `${number(count)} left`,
  shortState: { full: "Full", closed: "Closed", too_late: "Late" },
  day: weekdayAndDay,
  dayTitle: weekdayAndDay,
  daySpoken: ({ date, isToday, state, price_vnd, seats: left, reason }) => {
    const words = [`${formatWeekday(date, "en")} ${Number(date.slice(8))}`];
    if (isToday) words.push("today");
    if (state === "open" || state === "few") {
      if (price_vnd !== null) words.push(`from ${formatVnd(price_vnd, "en")}`);
      words.push(state === "few" ? `only ${seats(left)} left` : `${seats(left)} left`);
    } else if (state === "full") words.push("full");
    else if (state === "too_late") words.push("too late to book");
    else if (state === "closed") {
      words.push(reason ? `closed: ${closeReasonLabel(reason, "en")}` : "closed");
    } else words.push(state === "past" ? "past" : "no visit");
    return words.join(", ");
  },
  legend: {
    title: "Key to the calendar",
    today: "Underlined number: today.",
    few: "Bold brown: few seats left.",
    full: "Hatched: full.",
    tooLate: "Late: booking for that day has ended.",
    closed: ({ dates, reason }) =>
      `Closed on ${dates.map(dayAndMonth).join(", ")}${reason ? `: ${closeReasonLabel(reason, "en")}` : ""}.`,
  },
  chooseDay: "Choose a day with seats left to see its times and the price.",
  nearest: (date) => `Next day with seats: ${weekdayAndDay(date)}`,
  monthFull: "No day of this month can be booked any more.",
  noDay: "No day is open for booking yet.",
  noDayText: "The host has not opened new days. Please call to ask.",
  dayGone: "This day cannot be booked any more.",
  notBookable: "This visit cannot be booked here yet",
  notBookableText: "Please call the host to agree on a day.",
  hostClosed: "The host is taking a break",
  hostClosedText: "They welcome nobody right now. The calendar is back when they open again.",
  option: "Ways to visit",
  times: "Starts at",
  clock: ({ time, days }) => (days === 0 ? time : `${time}, day ${days + 1}`),
  time: ({ from, to }) => `${from} to ${to}`,
  seatsLeft: (count) => `${seats(count)} left`,
  fewLeft: (count) => `Only ${seats(count)} left`,
  stateOf: { full: "Full", closed: "Closed", too_late: "Too late to book", past: "Past" },
  closedFor: (reason) => `Closed: ${closeReasonLabel(reason, "en")}`,
  party: "Who is coming?",
  unit: (kind) => capital(unitWord(kind, "en", 2)),
  ages: ({ age_min, age_max }) => {
    if (age_min !== null && age_max !== null) return `${age_min}–${age_max} years`;
    if (age_min !== null) return `${age_min} and over`;
    return age_max === null ? "" : `up to ${age_max} years`;
  },
  free: "Free",
  takesSeats: (count) => (count === 0 ? "takes no seat" : `takes ${seats(count)}`),
  accompanied: (kinds) => `together with ${oneOf(kinds)}`,
  countOf: (kind) => `Number of ${unitWord(kind, "en", 2)}`,
  lessOf: (kind) => `One ${unitWord(kind, "en")} fewer`,
  moreOf: (kind) => `One ${unitWord(kind, "en")} more`,
  partyLimits: ({ min, max }) =>
    min > 1 ? `Groups of ${min} to ${max} people.` : `Groups of up to ${max} people.`,
  reckon: "Work out the price",
  partyWords: (parts) =>
    parts.map(({ kind, count }) => `${number(count)} ${unitWord(kind, "en", count)}`).join(", "),
  nobody: "Nobody chosen yet",
  seatsAfter: (count) => (count === 0 ? "the last seats" : `${seats(count)} left after yours`),
  seatsShort: (count) => `only ${seats(count)} left`,
  visitAt: ({ date, time }) => `${weekdayAndDay(date)}, ${time}`,
  total: "Total",
  hold: `Hold for ${HOLD_MINUTES} minutes`,
  holdText: "Nothing is charged yet. Pay when you arrive.",
  cancelTitle: "If you have to cancel",
  refundUntil: ({ until, percent, isFirst }) => {
    if (!until) return isFirst ? "Cancelling from now on" : "Later";
    const day = weekdayAndDay(todayInVietnam(until));
    const when = `${isFirst ? "Until" : "Then until"} ${day}, ${formatTimeInVietnam(until)}`;
    return percent === 100 ? `${when}: all of it back` : when;
  },
  refundNone: "nothing back",
  refundNote: "Counted on what you have paid.",
  policyTier: ({ hours: before, percent }) => {
    const when =
      before === 0
        ? "Until the start"
        : before % 24 === 0
          ? `${counted(before / 24, "day", "days")} before the start`
          : `${counted(before, "hour", "hours")} before the start`;
    return `${when}: ${percent === 100 ? "all of it back" : `${percent}% back`}`;
  },
  policyLater: "Later: nothing back",
  policyNone: "Once booked, nothing is given back",
  chooseDayLink: "Choose a day",
  facts: { duration: "Time", languages: "Languages", party: "Group", meeting: "Meet at" },
  languages: (guides) => guides.map((guide) => guideLanguageLabel(guide, "en")).join(", "),
  partyUpTo: ({ min, max }) => (min > 1 ? `${min} to ${max} people` : `Up to ${max} people`),
  program: "Hour by hour",
  programFor: (time) => `Times of the ${time} visit`,
  afterMinutes: (minutes) => (minutes === 0 ? "At the start" : `After ${hours(minutes)}`),
  hours,
  meetingTitle: "Where to meet",
  map: "Open a map",
  askHost: (phone) => `Ask the host: ${phone}`,
  included: "Included in the price",
  bookedUntil: (minutes) => `Book at least ${hours(minutes)} ahead.`,
  faults: {
    departure_missing: () => "Choose a time before you hold seats.",
    departure_full: ({ time, seats: left }) =>
      left > 0
        ? `Somebody has just taken seats. ${visit(time)} has only ${seats(left)} left: bring fewer, or choose another time or day.`
        : `${visit(time)} has just filled up. Choose another time or day.`,
    departure_closed: ({ time }) =>
      `${visit(time)} has just been closed by the host. Choose another time or day.`,
    departure_too_late: ({ time }) =>
      `${visit(time)} can no longer be booked. Choose another time or day.`,
    departure_past: ({ time }) => `${visit(time)} has already begun. Choose another time or day.`,
    departure_gone: () => "This visit is no longer in the calendar. Choose another time or day.",
    party_empty: () => "Choose at least one person, such as 2 adults.",
    unit_unknown: () => "The kinds of tickets have changed. Please choose again.",
    unit_count_malformed: () => `A count is a whole number from 0 to ${MAX_OF_UNIT}, such as 2.`,
    not_accompanied: ({ unit, accompanied_by }) =>
      `${unit ? capital(unitWord(unit, "en", 2)) : "These guests"} must come with ${oneOf(accompanied_by)}. Please add one.`,
    party_too_small: ({ min }) => `This visit takes groups from ${min} people. Please add some.`,
    party_too_large: ({ max }) => `This visit takes groups of up to ${max} people. Bring fewer.`,
    seats_short: ({ time, seats: left }) =>
      `${visit(time)} has only ${seats(left)} left. Bring fewer, or choose another time or day.`,
    producer_closed: () =>
      "The host has just taken a break, so no seats are held. See other visits.",
    too_many_holds_in_cart: () =>
      "Your cart already holds 3 visits. Book them or drop one, then hold more.",
    too_many_holds_from_address: () =>
      "Many visits are being held from where you are. Book or drop those in the cart, or try again in 15 minutes.",
  },
  faultOther: "The seats could not be held. Please try again, or call the host.",
  seeCart: "See the cart",
  search: {
    title: "How many of you, and when?",
    date: "Day",
    party: "People",
    submit: "Show visits with seats",
    anyDay: "Any day",
    quick: ({ date, today }) =>
      date === today ? `Today, ${weekdayAndDay(date)}` : weekdayAndDay(date),
    quickLabel: "The coming weekend",
    nothing: ({ date, party }) => `No visit has ${seats(party)} left on ${weekdayAndDay(date)}.`,
    past: "This day is over.",
    neighbour: ({ date, count }) => `${weekdayAndDay(date)}: ${counted(count, "visit", "visits")}`,
    neighbours: "There is something on the days around it:",
    dropDate: "Any day: see all visits",
  },
} satisfies Phrases["booking"];
