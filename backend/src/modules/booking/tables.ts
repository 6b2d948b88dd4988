import type {
  CancellationPolicy,
  CloseReason,
  GuideLanguage,
  UnitKind,
} from "@cho-lang/shared/domain/booking";
import { BOOKING_STATUSES } from "@cho-lang/shared/domain/booking";
import {
  bigint,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** A day in Vietnam. */
const localDate = (name: string) => date(name, { mode: "string" });
/** Whole đồng; every amount of ours is far below 2^53. */
const vnd = (name: string) => bigint(name, { mode: "number" });

const bookingSchema = pgSchema("booking");

/** One step of a tour's programme. */
export type ProgramStep = { minutes_after_start: number; vi: string; en: string };
/** What one kind of visitor was when it was booked: price on that departure, and how many. */
export type PartyMember = { unit_id: string; kind: UnitKind; count: number; price_vnd: number };

/** One way to take a tour; a tour is a product of the type `tour`. */
export const option = bookingSchema.table("option", {
  id: text().primaryKey(),
  product_id: text().notNull(),
  producer_id: text().notNull(),
  /** 1, 2, … among the options of the tour; the first is shown first. */
  position: integer().notNull(),
  title_vi: text().notNull(),
  title_en: text().notNull(),
  duration_minutes: integer().notNull(),
  languages: text().array().$type<GuideLanguage[]>().notNull(),
  meeting_point_vi: text().notNull(),
  meeting_point_en: text().notNull(),
  directions_vi: text().notNull(),
  directions_en: text().notNull(),
  lat: doublePrecision(),
  lng: doublePrecision(),
  included_vi: text().array().notNull(),
  included_en: text().array().notNull(),
  program: jsonb().$type<ProgramStep[]>().notNull(),
  /** Smallest and largest party of one booking, in seats. */
  min_party: integer().notNull(),
  max_party: integer().notNull(),
  /** How long before the start booking ends. */
  cutoff_minutes: integer().notNull(),
  policy: jsonb().$type<CancellationPolicy>().notNull(),
  created_at: instant("created_at").notNull().defaultNow(),
});

/** One kind of visitor of an option. */
export const unit = bookingSchema.table("unit", {
  id: text().primaryKey(),
  option_id: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
  /** For one, at 100 percent. */
  price_vnd: vnd("price_vnd").notNull(),
  /** Seats that one takes: 0 for an infant on a lap, 4 for a family of four. */
  pax_count: integer().notNull(),
  age_min: integer(),
  age_max: integer(),
  accompanied_by: text().array().$type<UnitKind[]>().notNull(),
  position: integer().notNull(),
});

/** When an option departs: every given weekday of the season, at the given times. */
export const scheduleRule = bookingSchema.table("schedule_rule", {
  id: text().primaryKey(),
  option_id: text().notNull(),
  /** Of two rules with one start the earlier position decides. */
  position: integer().notNull(),
  /** 1 is Monday, 7 is Sunday. */
  weekdays: integer().array().notNull(),
  /** "08:30" in Vietnam. */
  times: text().array().notNull(),
  /** "MM-DD", both inclusive; from after to is a season over New Year. Null for all year. */
  season_from: text(),
  season_to: text(),
  valid_from: localDate("valid_from"),
  valid_until: localDate("valid_until"),
  blackout_dates: date({ mode: "string" }).array().notNull(),
  capacity: integer().notNull(),
  /** Percent of the units' prices. */
  price_percent: integer().notNull(),
});

/**
 * One start of one option. `held` is the sum of pax of its bookings ON_HOLD, also of those that
 * ran out and were not reaped yet; `confirmed` that of CONFIRMED and REDEEMED.
 */
export const departure = bookingSchema.table("departure", {
  id: text().primaryKey(),
  option_id: text().notNull(),
  /** The rule that made it; null for one added by hand. */
  rule_id: text(),
  starts_at: instant("starts_at").notNull(),
  /** The day of `starts_at` in Vietnam. */
  local_date: localDate("local_date").notNull(),
  capacity: integer().notNull(),
  held: integer().notNull().default(0),
  confirmed: integer().notNull().default(0),
  status: text({ enum: ["open", "closed"] })
    .notNull()
    .default("open"),
  close_reason: text().$type<CloseReason>(),
  close_note: text().notNull().default(""),
  /** From this instant on nobody books any more. */
  cutoff_at: instant("cutoff_at").notNull(),
  price_percent: integer().notNull().default(100),
});

/** Seats taken by one party. The uuid is made by the caller: it is the key of idempotency. */
export const booking = bookingSchema.table("booking", {
  uuid: uuid().primaryKey(),
  /** Of departure, party and cart: the same uuid with another request is refused. */
  request_hash: text().notNull(),
  departure_id: text().notNull(),
  option_id: text().notNull(),
  producer_id: text().notNull(),
  product_id: text().notNull(),
  pax: integer().notNull(),
  status: text({ enum: BOOKING_STATUSES }).notNull(),
  /** When a hold runs out or ran out; null once confirmed. */
  expires_at: instant("expires_at"),
  /** When the hold would have run out if its cart had not gone to be paid; null unless bound. */
  hold_expires_at: instant("hold_expires_at"),
  extensions: integer().notNull().default(0),
  cart_id: text(),
  /** The cart's line. */
  line_item_id: text(),
  address_hash: text(),
  purchase_id: text(),
  order_id: text(),
  order_line_item_id: text(),
  origin: text({ enum: ["online", "host"] }).notNull(),
  /** For the whole party, as typed from the ticket. */
  code: text().notNull().unique(),
  full_name: text().notNull(),
  phone: text().notNull(),
  lang: text({ enum: ["vi", "en"] }).notNull(),
  note: text().notNull(),
  /** As it was when booked. */
  policy: jsonb().$type<CancellationPolicy>().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  /** To be paid at the village; 0 once paid or cancelled. */
  due_vnd: vnd("due_vnd").notNull(),
  collected_vnd: vnd("collected_vnd").notNull(),
  party: jsonb().$type<PartyMember[]>().notNull(),
  created_at: instant("created_at").notNull(),
  confirmed_at: instant("confirmed_at"),
  cancelled_at: instant("cancelled_at"),
  cancel_reason: text(),
  no_show_at: instant("no_show_at"),
  /** When the host's e-mail was written down for sending. */
  announced_at: instant("announced_at"),
});

/** One person (or family) of a party, with a ticket of its own. */
export const unitItem = bookingSchema.table("unit_item", {
  id: uuid().primaryKey(),
  booking_uuid: uuid().notNull(),
  unit_id: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
  price_vnd: vnd("price_vnd").notNull(),
  code: text().notNull().unique(),
  position: integer().notNull(),
  redeemed_at: instant("redeemed_at"),
  /** Who checked it in. */
  redeemed_by: text(),
});

/** What can happen to a departure and its seats. */
export const EVENT_KINDS = [
  "held",
  "extended",
  "released",
  "expired",
  "bound",
  "unbound",
  "confirmed",
  "unconfirmed",
  "refused_late",
  "booked",
  "cancelled",
  "uncancelled",
  "redeemed",
  "unredeemed",
  "no_show",
  "no_show_undone",
  "collected",
  "uncollected",
  "closed",
  "reopened",
  "capacity",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Who changed which seats and why; the database refuses to change or remove a row. */
export const departureEvent = bookingSchema.table("departure_event", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  departure_id: text().notNull(),
  at: instant("at").notNull().defaultNow(),
  kind: text({ enum: EVENT_KINDS }).notNull(),
  booking_uuid: uuid(),
  /** Change of seats taken: the sum over a departure is held + confirmed. */
  pax: integer().notNull(),
  actor: text().notNull(),
  reason: text(),
  /** The departure's counters after it. */
  held: integer().notNull(),
  confirmed: integer().notNull(),
  capacity: integer().notNull(),
});

export const tables = [
  option,
  unit,
  scheduleRule,
  departure,
  booking,
  unitItem,
  departureEvent,
] as const;

export type Option = typeof option.$inferSelect;
export type Unit = typeof unit.$inferSelect;
export type ScheduleRule = typeof scheduleRule.$inferSelect;
export type Departure = typeof departure.$inferSelect;
export type Booking = typeof booking.$inferSelect;
export type UnitItem = typeof unitItem.$inferSelect;
export type DepartureEvent = typeof departureEvent.$inferSelect;

/** What can be booked of a tour, as it is created; positions follow the order given. */
export type NewTourOption = Omit<Option, "id" | "created_at"> & {
  units: Omit<Unit, "id" | "option_id" | "position">[];
  rules: Omit<ScheduleRule, "id" | "option_id" | "position">[];
};
