import {
  REQUEST_KINDS,
  REQUEST_REASONS,
  REQUEST_STATES,
} from "@cho-lang/shared/domain/refund-request";
import {
  bigint,
  boolean,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { DEEDS } from "./rules";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Whole đồng; every amount of ours is far below 2^53. */
const vnd = (name: string) => bigint(name, { mode: "number" });

const refundRequestSchema = pgSchema("refund_request");

/** What a buyer asks back of one producer's order; of those that are not ended an order has one. */
export const request = refundRequestSchema.table("request", {
  id: text().primaryKey(),
  /** The order's number with a letter, "CL-7K3F9-1-A". */
  number: text().notNull().unique(),
  purchase_id: text().notNull(),
  order_id: text().notNull(),
  producer_id: text().notNull(),
  kind: text({ enum: REQUEST_KINDS }).notNull(),
  state: text({ enum: REQUEST_STATES }).notNull().default("open"),
  reason: text({ enum: REQUEST_REASONS }).notNull(),
  /** The buyer's own words. */
  text: text().notNull(),
  /** Asked before anything was sent or held: the whole order is to be called off. */
  is_whole: boolean().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  /** The part of `amount_vnd` that is carriage. */
  shipping_vnd: vnd("shipping_vnd").notNull(),
  granted_vnd: vnd("granted_vnd"),
  /** The account that money goes to when it can't go back the way it came. */
  payee_bank_bin: text(),
  payee_account: text(),
  payee_name: text(),
  asked_at: instant("asked_at").notNull(),
  /** Until when the producer may answer. */
  answer_by: instant("answer_by").notNull(),
  answer_deed: text({ enum: ["accept", "decline"] }),
  answer_text: text(),
  answered_at: instant("answered_at"),
  decision_deed: text({ enum: ["grant", "refuse"] }),
  decision_text: text(),
  decided_at: instant("decided_at"),
  send_back_by: instant("send_back_by"),
  /** When the goods were with the producer again, and whether they can be sold. */
  received_at: instant("received_at"),
  is_sound: boolean(),
  refunded_at: instant("refunded_at"),
  /** Why the last try to give the money back failed, and when it was. */
  failure: text(),
  tried_at: instant("tried_at"),
});

/** A line that is asked about; `total_vnd` is the worth of what is asked for of it. */
export const requestLine = refundRequestSchema.table(
  "request_line",
  {
    request_id: text().notNull(),
    line_item_id: text().notNull(),
    quantity: integer().notNull(),
    total_vnd: vnd("total_vnd").notNull(),
    is_visit: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.request_id, table.line_item_id] })],
);

/** A photo of a purchase; without a request it is removed after a day. */
export const photo = refundRequestSchema.table("photo", {
  id: text().primaryKey(),
  purchase_id: text().notNull(),
  request_id: text(),
  position: integer().notNull().default(0),
  /** Of Medusa's File Module; private. */
  file_id: text().notNull().unique(),
  width: integer().notNull(),
  height: integer().notNull(),
  created_at: instant("created_at").notNull().defaultNow(),
});

/** What happened to a request. Rows are only added; `told_at` says that its mails are written. */
export const event = refundRequestSchema.table("event", {
  id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  request_id: text().notNull(),
  at: instant("at").notNull(),
  deed: text({ enum: DEEDS }).notNull(),
  state: text({ enum: REQUEST_STATES }).notNull(),
  actor_id: text().notNull(),
  /** "buyer", "deadline", "payment", or the name of a member or an operator. */
  by: text().notNull(),
  text: text(),
  told_at: instant("told_at"),
});

export const tables = [request, requestLine, photo, event];

export type RefundRequest = typeof request.$inferSelect;
export type RequestLine = typeof requestLine.$inferSelect;
export type Photo = typeof photo.$inferSelect;
export type RequestEvent = typeof event.$inferSelect;
