import { bigint, boolean, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const stripeSchema = pgSchema("stripe");

/** A dispute that a card's bank opened; the operator answers it in Stripe's dashboard. */
export const dispute = stripeSchema.table("dispute", {
  id: text().primaryKey(),
  payment_intent: text().notNull(),
  purchase_id: text().notNull(),
  /** Whole đồng. */
  amount_vnd: bigint("amount_vnd", { mode: "number" }).notNull(),
  reason: text().notNull(),
  /** Stripe's word: needs_response, under_review, won, lost, warning_… */
  status: text().notNull(),
  /** Until when an answer is taken. */
  due_by: instant("due_by"),
  opened_at: instant("opened_at").notNull(),
  read_at: instant("read_at").notNull().defaultNow(),
});

/** A refund as Stripe tells it: ours, or made in Stripe's dashboard, then a difference to explain. */
export const refund = stripeSchema.table("refund", {
  id: text().primaryKey(),
  payment_intent: text().notNull(),
  purchase_id: text().notNull(),
  amount_vnd: bigint("amount_vnd", { mode: "number" }).notNull(),
  status: text().notNull(),
  is_ours: boolean().notNull(),
  /** Medusa's order whose money it is; null when it is no single order's. */
  order_id: text(),
  failure: text(),
  made_at: instant("made_at").notNull(),
  read_at: instant("read_at").notNull().defaultNow(),
});

/** A payment of a purchase that was given up while no key was set; Stripe has to be told. */
export const leftOpen = stripeSchema.table("left_open", {
  payment_intent: text().primaryKey(),
  purchase_id: text().notNull(),
  /** Whole đồng that were asked for; whether they came, only Stripe knows. */
  amount_vnd: bigint("amount_vnd", { mode: "number" }).notNull(),
  left_at: instant("left_at").notNull().defaultNow(),
  closed_at: instant("closed_at"),
});

export const tables = [dispute, refund, leftOpen];

export type StripeDispute = typeof dispute.$inferSelect;
export type StripeRefund = typeof refund.$inferSelect;
export type StripeLeftOpen = typeof leftOpen.$inferSelect;
