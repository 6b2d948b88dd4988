import {
  addDays,
  addMonths,
  type LocalDate,
  parseLocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import { bookingUuid } from "@cho-lang/shared/contracts/booking";
import type { ProducerToday } from "@cho-lang/shared/contracts/producer";
import type {
  HostDay,
  HostDeparture,
  HostMonth,
  VisitorRow,
} from "@cho-lang/shared/contracts/visit";
import type { Language } from "@cho-lang/shared/language";
import { notFound, refuse } from "../../lib/errors";
import {
  type HostDepartureFacts,
  hostDays,
  hostDeparture,
  hostDepartures,
  hostSpan,
  hostVisitor,
  hostVisitors,
  type VisitorFacts,
} from "../../reports/host-visits";
import { departureView, visitorView } from "./visit-view";

/** The visits of one producer; what is another's is not found. */
export function visitsOf(producerId: string) {
  const findDeparture = async (id: string): Promise<HostDepartureFacts> =>
    (await hostDeparture(producerId, id)) ?? notFound("departure");
  const findVisitor = async (text: string): Promise<VisitorFacts> => {
    const uuid = bookingUuid.safeParse(text);
    if (!uuid.success) notFound("booking");
    const found = await hostVisitor(producerId, uuid.data.toLowerCase());
    return found ?? notFound("booking");
  };
  return {
    month: (month: string | undefined, now: Date) => monthOf(producerId, month, now),
    day: (date: string | undefined, language: Language, now: Date) =>
      dayOf(producerId, { date, now }, language),
    today: (language: Language, now: Date) => todayOf(producerId, language, now),
    departure: async (id: string, language: Language): Promise<HostDeparture> =>
      departureView(await findDeparture(id), language, new Date()),
    visitor: async (uuid: string): Promise<VisitorRow> =>
      visitorView(await findVisitor(uuid), todayInVietnam(new Date())),
    /** Refuses with 404 what this producer does not have. */
    expectDeparture: async (id: string) => void (await findDeparture(id)),
    expectVisitor: async (uuid: string) => void (await findVisitor(uuid)),
    /** A visitor with the departure that they belong to. */
    arrival: async (uuid: string, language: Language) => {
      const visitor = await findVisitor(uuid);
      const now = new Date();
      return {
        booking: visitorView(visitor, todayInVietnam(now)),
        departure: departureView(await findDeparture(visitor.departure_id), language, now),
      };
    },
  };
}

/** A day of the calendar that a query names; the contract has seen to its form only. */
function realDay(text: string, field: string): LocalDate {
  const message = "There is no such day; write it YYYY-MM-DD, between 1900 and 2199.";
  return (
    parseLocalDate(text) ??
    refuse("invalid_fields", `${field}: ${message}`, {
      fields: [{ field, code: "no_such_day", message }],
    })
  );
}

async function monthOf(
  producerId: string,
  asked: string | undefined,
  now: Date,
): Promise<HostMonth> {
  const today = todayInVietnam(now);
  const month = asked ?? today.slice(0, 7);
  const first = realDay(`${month}-01`, "month");
  const after = addMonths(first, 1);
  const [days, span] = await Promise.all([
    hostDays(producerId, { from: first, to: addDays(after, -1) }),
    hostSpan(producerId),
  ]);
  return {
    today,
    month,
    previous_month:
      span.first !== null && span.first < first ? addMonths(first, -1).slice(0, 7) : null,
    next_month: span.last !== null && span.last >= after ? after.slice(0, 7) : null,
    days: days.map(({ date, departures, open, capacity, confirmed, held }) => ({
      date,
      departures,
      open,
      capacity,
      confirmed,
      held,
    })),
  };
}

async function dayOf(
  producerId: string,
  asked: { date: string | undefined; now: Date },
  language: Language,
): Promise<HostDay> {
  const today = todayInVietnam(asked.now);
  const date = asked.date === undefined ? today : realDay(asked.date, "date");
  const [departures, visitors] = await Promise.all([
    hostDepartures(producerId, { from: date, to: date }),
    hostVisitors(producerId, date),
  ]);
  return {
    today,
    date,
    departures: departures.map((departure) => ({
      ...departureView(departure, language, asked.now),
      visitors: visitors
        .filter(({ departure_id }) => departure_id === departure.id)
        .map((visitor) => visitorView(visitor, today)),
    })),
  };
}

/** Today's departures; tomorrow's when there are some and today's last one is over. */
async function todayOf(
  producerId: string,
  language: Language,
  now: Date,
): Promise<ProducerToday["visits"]> {
  const today = todayInVietnam(now);
  const tomorrow = addDays(today, 1);
  const found = await hostDepartures(producerId, { from: today, to: tomorrow });
  const isTodayOver = !found.some(
    ({ local_date, ends_at }) => local_date === today && ends_at > now,
  );
  const goesOn = found.some(({ local_date }) => local_date === tomorrow);
  const date = isTodayOver && goesOn ? tomorrow : today;
  return {
    date,
    departures: found
      .filter(({ local_date }) => local_date === date)
      .map((departure) => departureView(departure, language, now)),
  };
}
