import { z } from "zod";
import { BOOKING_STATUSES, UNIT_KINDS } from "../domain/booking";
import { instant, localDate } from "./parts";
import { hostDeparture } from "./visit";

/** `GET /admin/bookings?q=&status=&date=&producer_id=&page=`, newest first, 20 a page. */
export const operatorBookingsQuery = z.strictObject({
  /** A code, a uuid, a whole phone number, or a part of the visitor's name. */
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

export type OperatorBookingRow = z.infer<typeof operatorBookingRow>;
export type OperatorBookings = z.infer<typeof operatorBookings>;
export type OperatorBooking = z.infer<typeof operatorBooking>;
export type OperatorDeparture = z.infer<typeof operatorDeparture>;
export type DepartureEvent = z.infer<typeof departureEvent>;
