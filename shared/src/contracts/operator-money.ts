import { z } from "zod";
import { MONEY_DIFFERENCES } from "../domain/money-check";
import { PAYMENT_METHODS } from "../domain/payment";
import { TRANSFER_SOURCES } from "../domain/transfer";
import { refundDueRow } from "./operator-transfers";
import { instant, localDate } from "./parts";

/** A contradiction between rows: what was found and what should be. */
const difference = z.object({
  day: localDate,
  method: z.enum(PAYMENT_METHODS),
  /** Names the row: a number for people, or an id of the bank or of Stripe. */
  subject: z.string(),
  kind: z.enum(MONEY_DIFFERENCES),
  found_vnd: z.int(),
  expected_vnd: z.int(),
});
const dispute = z.object({
  id: z.string(),
  purchase_id: z.string(),
  amount_vnd: z.int(),
  /** Stripe's words. */
  reason: z.string(),
  status: z.string(),
  /** Until when Stripe takes an answer. */
  due_by: instant.nullable(),
  opened_at: instant,
});
/** A refund that our own books do not tell: made in Stripe's dashboard, or ours that failed. */
const oddRefund = z.object({
  id: z.string(),
  purchase_id: z.string(),
  amount_vnd: z.int(),
  status: z.string(),
  is_ours: z.boolean(),
  made_at: instant,
});

/** `GET /admin/money?days=`: the last days, 14 unless said otherwise, today included. */
export const operatorMoneyQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(92).default(14),
});
const total = z.object({ count: z.int(), sum_vnd: z.int() });
export const operatorMoney = z.object({
  /** Null where transfers are not offered and none ever came. */
  transfers: z
    .object({
      /** True while the checkout offers them: then statements can be imported. */
      is_offered: z.boolean(),
      suspense: total,
      refunds_due: total,
    })
    .nullable(),
  /** Cash that did not come with delivered parcels, as `/admin/cash-differences` lists it. */
  cash_differences: total,
  disputes: z.array(dispute),
  odd_refunds: z.array(oddRefund),
  /** The newest day first; purchases count on the day on which they were paid, or else placed. */
  days: z.array(
    z.object({
      day: localDate,
      method: z.enum(PAYMENT_METHODS),
      /** Null for cash, of which no provider knows. */
      provider_in_vnd: z.int().nullable(),
      provider_out_vnd: z.int().nullable(),
      books_in_vnd: z.int(),
      books_out_vnd: z.int(),
      orders_in_vnd: z.int(),
      orders_out_vnd: z.int(),
      /** Came for purchases that are not placed yet; in none of the sums. */
      waiting_vnd: z.int(),
    }),
  ),
  differences: z.array(difference),
});

/** `GET /admin/purchases/:id/payments` */
export const operatorPurchasePayments = z.object({
  method: z.enum(PAYMENT_METHODS),
  /** What came and was not given back whole; null for cash. */
  came_vnd: z.int().nullable(),
  orders: z.array(z.object({ number: z.string(), paid_vnd: z.int(), refunded_vnd: z.int() })),
  /** What was asked for by transfer, the newest first. */
  requests: z.array(
    z.object({
      code: z.string(),
      status: z.enum(["open", "paid", "closed", "returned"]),
      amount_vnd: z.int(),
      received_vnd: z.int(),
      created_at: instant,
      transfers: z.array(
        z.object({
          bank_id: z.string(),
          amount_vnd: z.int(),
          /** Pays this request now; the rest is or was in suspense. */
          given_vnd: z.int(),
          content: z.string(),
          source: z.enum(TRANSFER_SOURCES),
          occurred_at: instant,
        }),
      ),
    }),
  ),
  refunds_due: z.array(refundDueRow),
  /** Stripe's payment; null for other ways to pay. */
  payment_intent: z.string().nullable(),
  disputes: z.array(dispute),
  odd_refunds: z.array(oddRefund),
  differences: z.array(difference),
});

export type OperatorMoney = z.infer<typeof operatorMoney>;
export type OperatorPurchasePayments = z.infer<typeof operatorPurchasePayments>;
