import {
  PAYMENT_EVENT_PROVIDERS,
  PAYMENT_EVENT_STATES,
} from "@cho-lang/shared/domain/payment-event";
import { integer, jsonb, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What a payment provider told us by webhook; `(provider, event_id)` is unique. */
export const event = pgSchema("inbox").table("event", {
  id: text().primaryKey(),
  provider: text({ enum: PAYMENT_EVENT_PROVIDERS }).notNull(),
  /** The provider's own id, the same in every repeat. */
  event_id: text().notNull(),
  kind: text().notNull(),
  payload: jsonb().$type<unknown>().notNull(),
  received_at: instant("received_at").notNull().defaultNow(),
  state: text({ enum: PAYMENT_EVENT_STATES }).notNull().default("new"),
  processed_at: instant("processed_at"),
  /** Counted when an attempt begins, so that one that kills its worker counts too. */
  attempts: integer().notNull().default(0),
  next_attempt_at: instant("next_attempt_at").notNull().defaultNow(),
  /** Who processes it now, and until when nobody else may. */
  lease_token: text(),
  lease_until: instant("lease_until"),
  error: text(),
  replayed_by: text(),
  replayed_at: instant("replayed_at"),
});

export const tables = [event];

export type PaymentEvent = typeof event.$inferSelect;
export type NewPaymentEvent = Pick<
  typeof event.$inferInsert,
  "provider" | "event_id" | "kind" | "payload"
>;
