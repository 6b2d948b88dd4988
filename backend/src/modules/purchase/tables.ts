import { PAYMENT_METHODS } from "@cho-lang/shared/domain/payment";
import { CASH_DEEDS, PURCHASE_STATUSES } from "@cho-lang/shared/domain/purchase";
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { OrderPlan } from "./plan";
import { orderRefund } from "./refund-tables";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Whole đồng; every amount of ours is far below 2^53. */
const vnd = (name: string) => bigint(name, { mode: "number" });

const purchaseSchema = pgSchema("purchase");

/** What one cart became. `cart_id` is unique: this row is the fence that a cart passes once. */
export const purchase = purchaseSchema.table("purchase", {
  id: text().primaryKey(),
  cart_id: text().notNull().unique(),
  /** Short number for people, e.g. "CL-7K3F9". */
  number: text().notNull().unique(),
  status: text({ enum: PURCHASE_STATUSES }).notNull(),
  email: text().notNull(),
  full_name: text().notNull(),
  /** E.164, e.g. "+84912345678". */
  phone: text().notNull(),
  /** Empty, with commune and street, when nothing of the purchase is sent. */
  province_code: text().notNull(),
  commune_code: text().notNull(),
  street: text().notNull(),
  note: text().notNull(),
  lang: text({ enum: ["vi", "en"] }).notNull(),
  customer_id: text(),
  payment: text({ enum: PAYMENT_METHODS }).notNull(),
  goods_vnd: vnd("goods_vnd").notNull(),
  shipping_vnd: vnd("shipping_vnd").notNull(),
  total_vnd: vnd("total_vnd").notNull(),
  /** The master payment collection, authorised once for the whole purchase. */
  payment_collection_id: text().notNull().unique(),
  /** What the orders are made from; emptied when all of them exist. */
  plan: jsonb().$type<OrderPlan[]>(),
  /** Who works on this purchase now, and until when nobody else may. */
  lease_token: text(),
  lease_until: instant("lease_until"),
  /** Why it failed; of an awaiting one, what went wrong at the last try. */
  failure: text(),
  created_at: instant("created_at").notNull().defaultNow(),
  placed_at: instant("placed_at"),
  /** When the buyer's e-mail was written down for sending. */
  announced_at: instant("announced_at"),
  /** Until when a prepaid purchase waits for its money; null with cash on delivery. */
  pay_until: instant("pay_until"),
  /** When all of its money was seen to be there. */
  paid_at: instant("paid_at"),
  /** Since when a paid purchase could not be made. */
  trouble_since: instant("trouble_since"),
  /** It was refused for good: trying again changes nothing. */
  is_hopeless: boolean().notNull().default(false),
  /** Why it is being given up, while what was kept for it is freed. */
  given_up: text(),
  /** When the buyer's e-mail with the link to pay was written down for sending. */
  told_at: instant("told_at"),
  /** The network address that buys, as a hash; null when unknown, and once all is over. */
  address_hash: text(),
  /** When the provider of an awaiting purchase is asked next for money that nobody told us of. */
  next_look_at: instant("next_look_at"),
});

/** One producer's part of a purchase; `order_id` is Medusa's order. */
export const purchaseOrder = purchaseSchema.table("purchase_order", {
  order_id: text().primaryKey(),
  purchase_id: text().notNull(),
  producer_id: text().notNull(),
  /** 1, 2, … in the order of the cart. */
  position: integer().notNull(),
  /** The purchase's number with the position: "CL-7K3F9-1". */
  number: text().notNull().unique(),
  payment_collection_id: text().notNull().unique(),
  /** False when nothing is sent: visits only. Then `delivered_at` is when the last guest came. */
  has_parcel: boolean().notNull().default(true),
  /** Goods and visits. */
  goods_vnd: vnd("goods_vnd").notNull(),
  /** The part of `goods_vnd` that is paid at the village. */
  visits_vnd: vnd("visits_vnd").notNull().default(0),
  shipping_vnd: vnd("shipping_vnd").notNull(),
  total_vnd: vnd("total_vnd").notNull(),
  /** Cash still to be collected, at the door and at the village; 0 once cancelled. */
  due_vnd: vnd("due_vnd").notNull(),
  collected_vnd: vnd("collected_vnd").notNull(),
  /** Paid before it was made: nothing is due at the door or at the village. */
  is_prepaid: boolean().notNull().default(false),
  /** Given back of what was collected, when it was cancelled. */
  refunded_vnd: vnd("refunded_vnd").notNull().default(0),
  /** Of `due_vnd`: cash that did not come with the delivered parcel. */
  missing_vnd: vnd("missing_vnd").notNull().default(0),
  /** Cash that did not come with the parcel and that nobody asks for any more. */
  written_off_vnd: vnd("written_off_vnd").notNull().default(0),
  shipping_option_id: text(),
  shipping_name_vi: text(),
  shipping_name_en: text(),
  confirmed_at: instant("confirmed_at"),
  packed_at: instant("packed_at"),
  shipped_at: instant("shipped_at"),
  delivered_at: instant("delivered_at"),
  /** The parcel was not taken at the door, and why. */
  refused_at: instant("refused_at"),
  refuse_reason: text(),
  refuse_note: text(),
  /** The refused parcel is with the producer again. */
  returned_at: instant("returned_at"),
  cancelled_at: instant("cancelled_at"),
  cancel_reason: text(),
  cancel_note: text(),
});

export type SnapshotPicture = {
  src: string;
  width: number;
  height: number;
  alt_vi: string;
  alt_en: string;
};

/** One line as it was when bought: words, picture, price and the certificate in force. */
export const orderLineSnapshot = purchaseSchema.table(
  "order_line_snapshot",
  {
    order_id: text().notNull(),
    line_item_id: text().notNull(),
    position: integer().notNull(),
    cart_line_id: text().notNull(),
    product_id: text().notNull(),
    variant_id: text().notNull(),
    handle: text().notNull(),
    title_vi: text().notNull(),
    title_en: text().notNull(),
    variant_title: text().notNull(),
    unit_vi: text().notNull(),
    unit_en: text().notNull(),
    picture: jsonb().$type<SnapshotPicture>(),
    quantity: integer().notNull(),
    price_vnd: vnd("price_vnd").notNull(),
    total_vnd: vnd("total_vnd").notNull(),
    /** Stars in force on the day of purchase; null without a certificate in force. */
    stars: integer(),
    certificate_id: text(),
  },
  (table) => [primaryKey({ columns: [table.order_id, table.line_item_id] })],
);

/** For whom the buyer wants the producers' e-invoices made out. */
export const invoiceDetail = purchaseSchema.table("invoice_detail", {
  purchase_id: text().primaryKey(),
  company: text().notNull(),
  /** 10 digits, 10-3 with a branch, or 12 of a person. */
  tax_number: text().notNull(),
  address: text().notNull(),
  email: text().notNull(),
  changed_at: instant("changed_at").notNull().defaultNow(),
});

/** Cash that did not come with a delivered parcel, and what became of it. */
export const cashDifference = purchaseSchema.table("cash_difference", {
  id: text().primaryKey(),
  order_id: text().notNull().unique(),
  /** What the carrier should have collected with the parcel. */
  expected_vnd: vnd("expected_vnd").notNull(),
  missing_vnd: vnd("missing_vnd").notNull(),
  /** What the producer wrote about it. */
  note: text().notNull(),
  /** The member who said so. */
  reported_by: text().notNull(),
  created_at: instant("created_at").notNull().defaultNow(),
  deed: text({ enum: CASH_DEEDS }),
  resolved_at: instant("resolved_at"),
  /** The operator who decided. */
  resolved_by: text(),
  resolve_note: text(),
});

export const tables = [
  cashDifference,
  invoiceDetail,
  purchase,
  purchaseOrder,
  orderLineSnapshot,
  orderRefund,
];

export type Purchase = typeof purchase.$inferSelect;
export type NewPurchase = Omit<
  typeof purchase.$inferInsert,
  | "created_at"
  | "placed_at"
  | "announced_at"
  | "failure"
  | "status"
  | "paid_at"
  | "trouble_since"
  | "is_hopeless"
  | "given_up"
  | "told_at"
  | "next_look_at"
>;
export type PurchaseOrder = typeof purchaseOrder.$inferSelect;
export type NewPurchaseOrder = typeof purchaseOrder.$inferInsert;
export type CashDifference = typeof cashDifference.$inferSelect;
export type OrderLineSnapshot = typeof orderLineSnapshot.$inferSelect;
export type NewOrderLineSnapshot = typeof orderLineSnapshot.$inferInsert;
export type InvoiceDetail = Omit<typeof invoiceDetail.$inferSelect, "purchase_id" | "changed_at">;
