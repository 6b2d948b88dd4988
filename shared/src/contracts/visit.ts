import { z } from "zod";
import { BOOKING_STATUSES, CLOSE_REASONS, DEPARTURE_STATES, UNIT_KINDS } from "../domain/booking";
import { instant, lang, localDate, month } from "./parts";

/** One booking as its host sees it. */
export const visitorRow = z.object({
  uuid: z.string(),
  code: z.string(),
  status: z.enum(BOOKING_STATUSES),
  full_name: z.string(),
  /** Null from 30 days after the visit. */
  phone: z.string().nullable(),
  lang: z.enum(["vi", "en"]),
  party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int() })),
  pax: z.int(),
  amount_vnd: z.int(),
  due_vnd: z.int(),
  collected_vnd: z.int(),
  tickets: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(UNIT_KINDS),
      code: z.string(),
      redeemed_at: instant.nullable(),
    }),
  ),
  is_no_show: z.boolean(),
  note: z.string(),
  order: z.object({ id: z.string(), number: z.string() }).nullable(),
});

export const hostDeparture = z.object({
  id: z.string(),
  tour: z.object({ id: z.string(), handle: z.string(), title: z.string() }),
  option: z.string(),
  date: localDate,
  time: z.string(),
  starts_at: instant,
  state: z.enum(DEPARTURE_STATES),
  close_reason: z.enum(CLOSE_REASONS).nullable(),
  close_note: z.string(),
  capacity: z.int(),
  held: z.int(),
  confirmed: z.int(),
  seats_left: z.int(),
  /** Pax of confirmed bookings that have come. */
  arrived: z.int(),
});

/** `GET /producer/departures?month=&lang=` — days with departures, the first first. */
export const hostMonthQuery = z.strictObject({ month: month.optional(), lang });
export const hostMonth = z.object({
  today: localDate,
  month,
  previous_month: month.nullable(),
  next_month: month.nullable(),
  days: z.array(
    z.object({
      date: localDate,
      departures: z.int(),
      open: z.int(),
      capacity: z.int(),
      confirmed: z.int(),
      held: z.int(),
    }),
  ),
});

/** `GET /producer/visits?date=&lang=` — departures of one day with their visitors. */
export const hostDayQuery = z.strictObject({ date: localDate.optional(), lang });
export const hostDay = z.object({
  today: localDate,
  date: localDate,
  departures: z.array(hostDeparture.extend({ visitors: z.array(visitorRow) })),
});

/** `POST /producer/departures/:id/close`; `/reopen` has no body. Both answer `hostDepartureAnswer`. */
export const closeDepartureBody = z.strictObject({
  reason: z.enum(CLOSE_REASONS),
  note: z.string().trim().max(300).default(""),
});
/** `POST /producer/departures/:id/capacity`; below what is taken it is refused: `capacity_below_taken`. */
export const capacityBody = z.strictObject({ capacity: z.int().min(0).max(1000) });
export const hostDepartureAnswer = z.object({ departure: hostDeparture });

/**
 * `POST /producer/check-ins` — by what the QR code says or by a code typed from the ticket, of the
 * party or of one person: everybody whom it names and who has not come yet is checked in. Refuses
 * `ticket_unreadable`, `ticket_forged`, `ticket_cancelled`, `ticket_other_day` (unless
 * `any_day`), `ticket_not_confirmed`; 404 for another producer's ticket.
 */
export const checkInBody = z.strictObject({
  ticket: z.string().trim().min(1).max(600),
  any_day: z.boolean().default(false),
});
/** `outcome` is `already` when everybody named had come before; nothing changes then. */
export const checkInAnswer = z.object({
  outcome: z.enum(["checked_in", "already"]),
  booking: visitorRow,
  departure: hostDeparture,
});

/**
 * `POST /producer/bookings/:uuid/check-in` and `/undo-check-in`: some of its tickets, or all when
 * left out. `/no-show`, `/undo-no-show`, `/collect` and `/undo-collect` have no body. All answer
 * `visitorAnswer`. `/collect` says that the host has the money that was due.
 */
export const ticketsBody = z.strictObject({
  tickets: z.array(z.string().max(64)).max(200).optional(),
});
export const visitorAnswer = z.object({ booking: visitorRow });

export type VisitorRow = z.infer<typeof visitorRow>;
export type HostDeparture = z.infer<typeof hostDeparture>;
export type HostMonth = z.infer<typeof hostMonth>;
export type HostDay = z.infer<typeof hostDay>;
export type HostDepartureAnswer = z.infer<typeof hostDepartureAnswer>;
export type CheckInAnswer = z.infer<typeof checkInAnswer>;
export type VisitorAnswer = z.infer<typeof visitorAnswer>;
