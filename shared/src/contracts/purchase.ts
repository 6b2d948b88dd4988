import { z } from "zod";
import { BOOKING_STATUSES, UNIT_KINDS } from "../domain/booking";
import { PAYMENT_METHODS } from "../domain/payment";
import { ORDER_PROGRESSES, PURCHASE_STATUSES } from "../domain/purchase";
import { REQUEST_STATES } from "../domain/refund-request";
import { picture } from "./parts";
import { invoiceDetails } from "./receipt";

/** Where one producer's order stands; the one order of these states is domain/purchase.ts. */
export const orderProgress = z.enum(ORDER_PROGRESSES);

/** What a buyer needs to pay a purchase that awaits its money. */
export const payWith = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("vietqr"),
    /** Until when goods and seats are kept, an instant. */
    until: z.string(),
    amount_vnd: z.int(),
    /** What has come of it so far. */
    received_vnd: z.int(),
    bank: z.object({ bin: z.string(), name: z.string() }),
    account_number: z.string(),
    account_name: z.string(),
    /** Text of the transfer, which the purchase is found by, e.g. "CL7K3F9X2M". */
    content: z.string(),
    /** Text of the QR code for what is still to be paid, as EMVCo and NAPAS define it. */
    qr: z.string(),
  }),
  z.object({
    method: z.literal("stripe"),
    until: z.string(),
    amount_vnd: z.int(),
    publishable_key: z.string(),
    /** Of the one PaymentIntent; whoever holds it may pay, and nothing else. */
    client_secret: z.string(),
    /** Where Stripe's own script comes from. */
    script: z.string(),
    /** The simulator of Stripe answers, and no money moves. */
    is_simulator: z.boolean(),
  }),
]);

/**
 * `GET /store/purchases/:id?token=&lang=` (signed link, or the customer's own session), never
 * cached. One order for each producer, in the order of the cart.
 */
export const purchaseView = z.object({
  id: z.string(),
  /** Short number for people, e.g. "CL-7K3F9". */
  number: z.string(),
  status: z.enum(PURCHASE_STATUSES),
  /**
   * Why it is `failed`: "expired", "abandoned", or the code of what made it impossible, such as
   * "lines_not_available". Null otherwise.
   */
  failure: z.string().nullable(),
  placed_at: z.string().nullable(),
  email: z.string(),
  address: z.object({
    full_name: z.string(),
    phone: z.string(),
    lines: z.array(z.string()),
  }),
  payment: z.object({
    provider: z.enum(PAYMENT_METHODS),
    /** Still to be collected at the door and in the village; 0 for prepaid purchases. */
    due_vnd: z.int(),
    /** Came in and was not given back. */
    paid_vnd: z.int(),
    /** Given back, or being given back, for cancelled orders and for a failed purchase. */
    refunded_vnd: z.int(),
    /** How to pay while the purchase is `awaiting`; null otherwise. */
    pay: payWith.nullable(),
  }),
  orders: z.array(
    z.object({
      /** Number for people: the purchase's number with a suffix, "CL-7K3F9-1". */
      number: z.string(),
      producer: z.object({ handle: z.string(), name: z.string(), phone: z.string().nullable() }),
      progress: orderProgress,
      /** Instants of what has happened, oldest first. */
      history: z.array(z.object({ progress: orderProgress, at: z.string() })),
      tracking: z.array(z.object({ number: z.string(), carrier: z.string().nullable() })),
      lines: z.array(
        z.object({
          title: z.string(),
          handle: z.string().nullable(),
          unit: z.string(),
          quantity: z.int(),
          price_vnd: z.int(),
          total_vnd: z.int(),
          picture: picture.nullable(),
          /** Stars in force when it was bought, as snapshotted. */
          stars: z.int().nullable(),
          /** Of visits: the e-ticket is `/tickets/:uuid?token=`. Null for goods. */
          visit: z
            .object({
              uuid: z.string(),
              token: z.string(),
              status: z.enum(BOOKING_STATUSES),
              starts_at: z.string(),
              party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int() })),
              pax: z.int(),
              meeting_point: z.string(),
            })
            .nullable(),
        }),
      ),
      /** False when nothing of this order is sent: visits only. */
      has_parcel: z.boolean(),
      shipping: z.object({ name: z.string(), price_vnd: z.int() }).nullable(),
      goods_vnd: z.int(),
      total_vnd: z.int(),
      due_vnd: z.int(),
      /** Of `due_vnd`: cash that did not come with the delivered parcel. */
      missing_vnd: z.int(),
      cancel_reason: z.string().nullable(),
      /** What the buyer asked back of it, the newest first. */
      requests: z.array(z.object({ number: z.string(), state: z.enum(REQUEST_STATES) })),
      /** One of REFUSE_REASONS once the parcel was not taken at the door. */
      refuse_reason: z.string().nullable(),
    }),
  ),
  goods_vnd: z.int(),
  shipping_vnd: z.int(),
  total_vnd: z.int(),
  /** For whom the producers make out their e-invoices; null when nobody asked. */
  invoice: invoiceDetails.nullable(),
});

/**
 * `POST /store/purchases/:id/settle?token=` looks whether the money has come and, when it has, makes
 * the orders; harmless at any time. `POST /store/purchases/:id/abandon?token=` gives up an `awaiting`
 * purchase, so that its cart can be changed and paid in another way; when the money came in the
 * meantime the purchase is placed instead. Both answer where the purchase stands then.
 */
export const purchaseStanding = z.object({
  id: z.string(),
  status: z.enum(PURCHASE_STATUSES),
  /** Of a transfer: what has come so far. 0 for cards. */
  received_vnd: z.int(),
  cart_id: z.string(),
});

/** `GET /store/purchases?page=` — the signed-in customer's own, newest first, 20 a page. */
export const purchaseList = z.object({
  count: z.int(),
  page: z.int(),
  purchases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      token: z.string(),
      /** `awaiting` ones can still be paid. */
      status: z.enum(PURCHASE_STATUSES),
      /** Of an awaiting one: when it was begun. */
      placed_at: z.string(),
      total_vnd: z.int(),
      producers: z.array(z.string()),
      progress: z.array(orderProgress),
    }),
  ),
});

export type { OrderProgress } from "../domain/purchase";
export type PurchaseView = z.infer<typeof purchaseView>;
export type PayWith = z.infer<typeof payWith>;
export type PurchaseStanding = z.infer<typeof purchaseStanding>;
export type PurchaseList = z.infer<typeof purchaseList>;
