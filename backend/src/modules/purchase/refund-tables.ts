import { bigint, boolean, integer, jsonb, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Whole đồng; every amount of ours is far below 2^53. */
const vnd = (name: string) => bigint(name, { mode: "number" });

/** Units of one line that come back to the producer. */
export type ReturnedGoods = { line_item_id: string; quantity: number };
/** An account that money is transferred to by hand. */
export type Payee = { bank_bin: string; account_number: string; name: string };

/** Money of one order that goes back to its buyer; `begun` until all books tell it. */
export const orderRefund = pgSchema("purchase").table("order_refund", {
  /** Names the deed: "request:<id>", "parcel:<order_id>". */
  key: text().primaryKey(),
  order_id: text().notNull(),
  amount_vnd: vnd("amount_vnd").notNull(),
  goods: jsonb().$type<ReturnedGoods[]>().notNull(),
  /** Whether the goods can be sold again. */
  is_sound: boolean().notNull(),
  payee: jsonb().$type<Payee>(),
  note: text().notNull(),
  actor_id: text().notNull(),
  /** What Medusa's books said was owed to the buyer before, as after an order was edited. */
  owed_vnd: vnd("owed_vnd").notNull(),
  state: text({ enum: ["begun", "done"] })
    .notNull()
    .default("begun"),
  /** Medusa's return and refund. */
  return_id: text(),
  refund_id: text(),
  /** Who works on money of this order now, and until when nobody else may. */
  lease_token: text(),
  lease_until: instant("lease_until"),
  tries: integer().notNull().default(0),
  /** When the job takes it up, if nobody finishes it before. */
  retry_at: instant("retry_at").notNull(),
  /** What went wrong at the last try. */
  failure: text(),
  created_at: instant("created_at").notNull().defaultNow(),
  done_at: instant("done_at"),
});

export type OrderRefund = typeof orderRefund.$inferSelect;
