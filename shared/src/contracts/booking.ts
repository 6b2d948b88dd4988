import { z } from "zod";
import {
  BOOKING_STATUSES,
  CLOSE_REASONS,
  DEPARTURE_STATES,
  GUIDE_LANGUAGES,
  MAX_OF_UNIT,
  UNIT_KINDS,
} from "../domain/booking";

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day written YYYY-MM-DD");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month written YYYY-MM");
const lang = z.enum(["vi", "en"]).default("vi");
/** Instants are ISO 8601 in UTC, days are local dates in Vietnam. */
const instant = z.string();

/** Booking ids are made by the caller and are its idempotency keys. */
export const bookingUuid = z.uuid();

export const tourUnit = z.object({
  id: z.string(),
  kind: z.enum(UNIT_KINDS),
  /** For one, at 100 percent. */
  price_vnd: z.int(),
  pax_count: z.int(),
  age_min: z.int().nullable(),
  age_max: z.int().nullable(),
  accompanied_by: z.array(z.enum(UNIT_KINDS)),
});

/** One way to take a tour. A tour has at least one; the first is shown unless another is asked for. */
export const tourOption = z.object({
  id: z.string(),
  title: z.string(),
  duration_minutes: z.int(),
  languages: z.array(z.enum(GUIDE_LANGUAGES)),
  meeting_point: z.string(),
  /** How to get to the meeting point. */
  directions: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  included: z.array(z.string()),
  /** What happens when: "08:30" and words. */
  program: z.array(z.object({ minutes_after_start: z.int(), text: z.string() })),
  min_party: z.int(),
  max_party: z.int(),
  /** How long before the start booking ends. */
  cutoff_minutes: z.int(),
  policy: z.array(z.object({ hours_before: z.int(), refund_percent: z.int() })),
  units: z.array(tourUnit),
});

export const publicDeparture = z.object({
  id: z.string(),
  starts_at: instant,
  /** "08:30" in Vietnam. */
  time: z.string(),
  state: z.enum(DEPARTURE_STATES),
  close_reason: z.enum(CLOSE_REASONS).nullable(),
  seats_left: z.int(),
  capacity: z.int(),
  /** Percent of the units' prices on this departure; see `unitPriceAt`. */
  price_percent: z.int(),
  /** An adult's price (or the dearest unit's when there are no adults) on this departure. */
  price_vnd: z.int(),
});

export const calendarDay = z.object({
  date: localDate,
  /** Best state of its departures; null when nothing departs that day. */
  state: z.enum(DEPARTURE_STATES).nullable(),
  close_reason: z.enum(CLOSE_REASONS).nullable(),
  /** Free seats of the departure that has most of them; 0 unless open or few. */
  seats_left: z.int(),
  /** Lowest price_vnd of the day's departures that can be booked, else of all; null without any. */
  price_from_vnd: z.int().nullable(),
  departures: z.array(publicDeparture),
});

/**
 * `GET /store/tours/:handle?month=&option=&lang=` — what can be booked of a tour, with one month of
 * its calendar. Without `month`: the month of the next departure that can be booked. A tour that
 * takes no bookings has no options and an empty calendar. 404 for an unknown tour.
 */
export const tourQuery = z.strictObject({
  month: month.optional(),
  option: z.string().max(64).optional(),
  lang,
});
export const tourBooking = z.object({
  product_id: z.string(),
  handle: z.string(),
  options: z.array(tourOption),
  /** The option that the calendar is of; null without options. */
  option_id: z.string().nullable(),
  /** False while the host's shop is suspended or closed. */
  is_bookable: z.boolean(),
  today: localDate,
  month,
  /** Neighbouring months that have departures within the schedule; null at its ends. */
  previous_month: month.nullable(),
  next_month: month.nullable(),
  /** Every day of the month, the 1st first. */
  days: z.array(calendarDay),
  /** The next day that can be booked, in whatever month; null when there is none. */
  next_open_date: localDate.nullable(),
});

/**
 * Body of `POST /store/bookings`. The same uuid with the same body answers the same hold; with
 * another body it is refused with `booking_uuid_taken`.
 *
 * Refusals (400): `departure_full` (names the seats left), `departure_closed`,
 * `departure_too_late`, `departure_past`, `producer_closed`, `too_many_holds_in_cart`,
 * `too_many_holds_from_address`, `booking_uuid_taken`, `cart_completed`, `invalid_fields` with the
 * codes of `partyFault` under `units` or `units.<unit_id>`; 404 for an unknown departure or cart.
 */
export const holdBody = z.strictObject({
  uuid: bookingUuid,
  cart_id: z.string().min(1).max(64),
  departure_id: z.string().min(1).max(64),
  /** How many of each unit, by unit id. */
  units: z.record(z.string().max(64), z.int().min(0).max(MAX_OF_UNIT)),
});

/** A hold as its buyer sees it. */
export const holdView = z.object({
  uuid: z.string(),
  status: z.enum(BOOKING_STATUSES),
  cart_id: z.string(),
  line_item_id: z.string().nullable(),
  departure_id: z.string(),
  starts_at: instant,
  pax: z.int(),
  amount_vnd: z.int(),
  /** Null unless on hold. */
  expires_at: instant.nullable(),
  can_extend: z.boolean(),
});
/** Answer of `POST /store/bookings` and of `POST /store/bookings/:uuid/extend`. */
export const holdAnswer = z.object({ booking: holdView });

/**
 * Body of `POST /store/bookings/:uuid/extend`; 404 unless the booking is this cart's. Refuses
 * `extension_used` and, when the hold ran out and the seats are gone, `departure_full`.
 */
export const extendBody = z.strictObject({ cart_id: z.string().min(1).max(64) });

/** One person (or family) of a party, with a ticket of its own. */
export const ticketItem = z.object({
  id: z.string(),
  kind: z.enum(UNIT_KINDS),
  code: z.string(),
  /** What a QR code for this one says; see `ticketView.qr`. */
  qr: z.string(),
  redeemed_at: instant.nullable(),
});

/**
 * `GET /store/bookings/:uuid?token=&lang=` — the e-ticket, by signed link, never cached; 404 with a
 * wrong token, before it is confirmed, and for holds.
 */
export const ticketView = z.object({
  uuid: z.string(),
  status: z.enum(BOOKING_STATUSES),
  /** For the whole party, without hyphen; see `formatTicketCode`. */
  code: z.string(),
  /**
   * What the party's QR code says: "CL1.<payload>.<signature>", base64url, Ed25519 over
   * "CL1.<payload>". Verified offline with the key of `GET /store/bookings/key`.
   */
  qr: z.string(),
  number: z.string().nullable(),
  full_name: z.string(),
  tour: z.object({ handle: z.string(), title: z.string(), option: z.string() }),
  producer: z.object({ handle: z.string(), name: z.string(), phone: z.string().nullable() }),
  starts_at: instant,
  ends_at: instant,
  date: localDate,
  time: z.string(),
  languages: z.array(z.enum(GUIDE_LANGUAGES)),
  meeting_point: z.string(),
  directions: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  included: z.array(z.string()),
  party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int(), price_vnd: z.int() })),
  pax: z.int(),
  amount_vnd: z.int(),
  /** To be paid at the village; 0 once paid or cancelled. */
  due_vnd: z.int(),
  policy: z.array(z.object({ hours_before: z.int(), refund_percent: z.int() })),
  tickets: z.array(ticketItem),
  /** The signed link of the purchase that it belongs to; null for bookings taken by the host. */
  purchase: z.object({ id: z.string(), token: z.string() }).nullable(),
});

/** `GET /store/bookings/key`: the Ed25519 public key, raw 32 bytes in base64url. */
export const ticketKey = z.object({ algorithm: z.literal("Ed25519"), public_key: z.string() });

// The host's side.

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

// The operator's side.

/** `GET /admin/bookings?q=&status=&date=&producer_id=&page=`, newest first, 20 a page. */
export const operatorBookingsQuery = z.strictObject({
  /** A code, a uuid, or a part of the visitor's name or phone number. */
  q: z.string().trim().max(200).default(""),
  status: z.enum(BOOKING_STATUSES).optional(),
  date: localDate.optional(),
  producer_id: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export const operatorBookingRow = z.object({
  uuid: z.string(),
  code: z.string(),
  status: z.enum(BOOKING_STATUSES),
  is_no_show: z.boolean(),
  created_at: instant,
  full_name: z.string(),
  pax: z.int(),
  amount_vnd: z.int(),
  due_vnd: z.int(),
  departure: z.object({ id: z.string(), date: localDate, time: z.string() }),
  tour: z.object({ id: z.string(), title: z.string() }),
  producer: z.object({ id: z.string(), name: z.string() }),
  purchase: z.object({ id: z.string(), number: z.string() }).nullable(),
});
export const operatorBookings = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  bookings: z.array(operatorBookingRow),
});
/** One entry of a departure's history; the counters are those after it. */
export const departureEvent = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  booking_uuid: z.string().nullable(),
  /** Change of seats taken: positive when taken. */
  pax: z.int(),
  actor: z.string(),
  reason: z.string().nullable(),
  held: z.int(),
  confirmed: z.int(),
  capacity: z.int(),
});
/** `GET /admin/bookings/:uuid` */
export const operatorBooking = z.object({
  booking: operatorBookingRow.extend({
    phone: z.string(),
    lang: z.enum(["vi", "en"]),
    party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int(), price_vnd: z.int() })),
    policy: z.array(z.object({ hours_before: z.int(), refund_percent: z.int() })),
    expires_at: instant.nullable(),
    confirmed_at: instant.nullable(),
    cancelled_at: instant.nullable(),
    collected_vnd: z.int(),
    tickets: z.array(
      z.object({ id: z.string(), kind: z.enum(UNIT_KINDS), redeemed_at: instant.nullable() }),
    ),
    /** What happened to its seats, oldest first. */
    events: z.array(departureEvent),
  }),
});
/** `GET /admin/departures/:id?page=` — a departure with its bookings and its history, newest first. */
export const operatorDepartureQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export const operatorDeparture = z.object({
  departure: hostDeparture.extend({ producer: z.object({ id: z.string(), name: z.string() }) }),
  bookings: z.array(operatorBookingRow),
  event_count: z.int(),
  page: z.int(),
  page_size: z.int(),
  events: z.array(departureEvent),
});

export type TourOption = z.infer<typeof tourOption>;
export type TourBooking = z.infer<typeof tourBooking>;
export type PublicDeparture = z.infer<typeof publicDeparture>;
export type CalendarDay = z.infer<typeof calendarDay>;
export type HoldBody = z.infer<typeof holdBody>;
export type HoldView = z.infer<typeof holdView>;
export type HoldAnswer = z.infer<typeof holdAnswer>;
export type TicketView = z.infer<typeof ticketView>;
export type TicketKey = z.infer<typeof ticketKey>;
export type VisitorRow = z.infer<typeof visitorRow>;
export type HostDeparture = z.infer<typeof hostDeparture>;
export type HostMonth = z.infer<typeof hostMonth>;
export type HostDay = z.infer<typeof hostDay>;
export type HostDepartureAnswer = z.infer<typeof hostDepartureAnswer>;
export type CheckInBody = z.infer<typeof checkInBody>;
export type CheckInAnswer = z.infer<typeof checkInAnswer>;
export type VisitorAnswer = z.infer<typeof visitorAnswer>;
export type OperatorBookingRow = z.infer<typeof operatorBookingRow>;
export type OperatorBookings = z.infer<typeof operatorBookings>;
export type OperatorBooking = z.infer<typeof operatorBooking>;
export type OperatorDeparture = z.infer<typeof operatorDeparture>;
export type DepartureEvent = z.infer<typeof departureEvent>;
