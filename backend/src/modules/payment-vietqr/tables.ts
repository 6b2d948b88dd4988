import { SUSPENSE_REASONS } from "@cho-lang/shared/domain/payment";
import { bigint, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Whole đồng; every amount of ours is far below 2^53. */
const vnd = (name: string) => bigint(name, { mode: "number" });
const source = () => text({ enum: ["sepay", "casso", "statement"] }).notNull();

const vietqrSchema = pgSchema("vietqr");

/**
 * What a buyer is asked to transfer for one purchase, found again by its code. `closed`: given up
 * before all of it came; `returned`: all of it came, but the purchase could not be made.
 */
export const request = vietqrSchema.table("request", {
  code: text().primaryKey(),
  /** Medusa's payment session. */
  session_id: text().notNull().unique(),
  purchase_id: text().notNull(),
  /** Number for people, e.g. "CL-7K3F9". */
  purchase_number: text().notNull(),
  cart_id: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  /** Sum of its allocations that were not released. */
  received_vnd: vnd("received_vnd").notNull().default(0),
  status: text({ enum: ["open", "paid", "closed", "returned"] })
    .notNull()
    .default("open"),
  expires_at: instant("expires_at").notNull(),
  created_at: instant("created_at").notNull().defaultNow(),
  paid_at: instant("paid_at"),
  closed_at: instant("closed_at"),
});

/** Money that came to an account of ours, as the bank said. Never changed, never deleted. */
export const bankTransfer = vietqrSchema.table("bank_transfer", {
  id: text().primaryKey(),
  account_number: text().notNull(),
  /** The bank's own name of it, unique for the account. */
  bank_id: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  content: text().notNull(),
  occurred_at: instant("occurred_at").notNull(),
  source: source(),
  /** The request whose code is in the content; null when there is none. */
  request_code: text(),
  sender_bank_bin: text(),
  sender_account: text(),
  sender_name: text(),
  recorded_at: instant("recorded_at").notNull().defaultNow(),
});

/** The same transfer as another source calls it. */
export const transferAlias = vietqrSchema.table(
  "transfer_alias",
  {
    account_number: text().notNull(),
    bank_id: text().notNull(),
    transfer_id: text().notNull(),
    source: source(),
    recorded_at: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.account_number, table.bank_id] })],
);

/** Money of a transfer given to a request; released when the request is closed or returned. */
export const allocation = vietqrSchema.table("allocation", {
  id: text().primaryKey(),
  transfer_id: text().notNull(),
  request_code: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  created_at: instant("created_at").notNull().defaultNow(),
  released_at: instant("released_at"),
});

/** One order's part of a paid request; never more than its amount is given back. */
export const part = vietqrSchema.table("part", {
  order_id: text().primaryKey(),
  session_id: text().notNull().unique(),
  request_code: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  refunded_vnd: vnd("refunded_vnd").notNull().default(0),
  canceled_at: instant("canceled_at"),
});

/** Money that found nothing to pay, until somebody decides about it. */
export const suspense = vietqrSchema.table("suspense", {
  id: text().primaryKey(),
  transfer_id: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  reason: text({ enum: SUSPENSE_REASONS }).notNull(),
  /** The request that it was meant for; null only for `unmatched`. */
  request_code: text(),
  created_at: instant("created_at").notNull().defaultNow(),
  resolution: text({ enum: ["paid_to", "sent_back", "kept"] }),
  resolved_at: instant("resolved_at"),
  /** Id of the operator. */
  resolved_by: text(),
  note: text(),
  paid_to_code: text(),
});

/** A transfer that the operator has to make by hand, or has made. */
export const refundDue = vietqrSchema.table("refund_due", {
  id: text().primaryKey(),
  /** "refund:<order_id>:<n>", "suspense:<id>" or "cash:<refund>": the same deed twice is one row. */
  key: text().notNull().unique(),
  amount_vnd: vnd("amount_vnd").notNull(),
  order_id: text(),
  suspense_id: text().unique(),
  /** The order whose cash goes back. */
  cash_order_id: text(),
  /** Medusa's refund that asked for it. */
  refund_id: text(),
  payee_bank_bin: text(),
  payee_account: text(),
  payee_name: text(),
  /** `void`: Medusa took its refund back before anything was sent. */
  status: text({ enum: ["due", "sent", "void"] })
    .notNull()
    .default("due"),
  bank_reference: text(),
  created_at: instant("created_at").notNull().defaultNow(),
  sent_at: instant("sent_at"),
  /** Id of the operator. */
  sent_by: text(),
});

export const tables = [request, bankTransfer, transferAlias, allocation, part, suspense, refundDue];

export type Request = typeof request.$inferSelect;
export type NewRequest = typeof request.$inferInsert;
export type StoredTransfer = typeof bankTransfer.$inferSelect;
export type NewTransfer = typeof bankTransfer.$inferInsert;
export type Part = typeof part.$inferSelect;
export type Suspense = typeof suspense.$inferSelect;
export type RefundDue = typeof refundDue.$inferSelect;
export type Source = StoredTransfer["source"];
