import { z } from "zod";
import {
  BOOKING_STATUSES,
  CLOSE_REASONS,
  DEPARTURE_STATES,
  GUIDE_LANGUAGES,
  MAX_OF_UNIT,
  UNIT_KINDS,
} from "../domain/booking";
import { instant, lang, localDate, month } from "./parts";

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
});

/** `GET /store/bookings/key`: the Ed25519 public key, raw 32 bytes in base64url. */
export const ticketKey = z.object({ algorithm: z.literal("Ed25519"), public_key: z.string() });

export type TourOption = z.infer<typeof tourOption>;
export type TourBooking = z.infer<typeof tourBooking>;
export type PublicDeparture = z.infer<typeof publicDeparture>;
export type CalendarDay = z.infer<typeof calendarDay>;
export type HoldBody = z.infer<typeof holdBody>;
export type HoldView = z.infer<typeof holdView>;
export type HoldAnswer = z.infer<typeof holdAnswer>;
export type TicketView = z.infer<typeof ticketView>;
export type TicketKey = z.infer<typeof ticketKey>;
