import { z } from "zod";
import { BOOKING_STATUSES } from "../domain/booking";
import { CASH_NOTE_MAX, REFUSE_REASONS } from "../domain/purchase";
import { REQUEST_STATES } from "../domain/refund-request";
import { picture } from "./parts";
import { orderProgress } from "./purchase";
import { invoiceDetails } from "./receipt";
import { hostDeparture } from "./visit";

/** A line of an order that is a visit; `date` is its day in Vietnam. */
const orderVisit = z.object({
  uuid: z.string(),
  status: z.enum(BOOKING_STATUSES),
  date: z.string(),
  time: z.string(),
  pax: z.int(),
});

/** `GET /producer/me` */
export const producerMe = z.object({
  member: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string() }),
  producer: z.object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    status: z.string(),
  }),
  actions: z.array(z.string()),
  /** Buyers' requests that wait for this producer; 0 for a member who does not see orders. */
  requests: z.object({ waiting: z.int() }),
});

/** One order as its producer sees it in a list. */
export const producerOrderRow = z.object({
  id: z.string(),
  number: z.string(),
  progress: orderProgress,
  placed_at: z.string(),
  buyer: z.object({ name: z.string(), province: z.string() }),
  lines: z.array(
    z.object({
      title: z.string(),
      unit: z.string(),
      quantity: z.int(),
      picture: picture.nullable(),
      visit: orderVisit.nullable(),
    }),
  ),
  has_parcel: z.boolean(),
  total_vnd: z.int(),
  /** To be collected on delivery; 0 when paid. */
  due_vnd: z.int(),
});

/** `GET /producer/today?lang=` */
export const producerToday = z.object({
  /** Local date in Vietnam. */
  date: z.string(),
  counts: z.object({
    to_confirm: z.int(),
    to_pack: z.int(),
    to_ship: z.int(),
    /** Not taken at the door and on their way back. */
    refused: z.int(),
  }),
  /** Sum of due_vnd over orders shipped and not yet delivered. */
  due_vnd: z.int(),
  orders: z.array(producerOrderRow),
  /** Buyers' requests that wait for this producer: an answer, or goods that come back. */
  requests: z.object({ waiting: z.int() }),
  /** Today's departures, and tomorrow's when today has none left. */
  visits: z.object({ date: z.string(), departures: z.array(hostDeparture) }),
  /** Certificates with at most 90 days left or expired in the last 90. */
  certificates: z.array(
    z.object({
      id: z.string(),
      product_title: z.string(),
      stars: z.int(),
      expires_on: z.string(),
      days_left: z.int(),
      state: z.string(),
    }),
  ),
});

/** `GET /producer/orders?progress=&page=&lang=` (20 a page) */
export const producerOrders = z.object({
  count: z.int(),
  page: z.int(),
  orders: z.array(producerOrderRow),
});

/** `GET /producer/orders/:id?lang=`; buyer's data until 30 days after delivery, then null. */
export const producerOrder = producerOrderRow.extend({
  history: z.array(z.object({ progress: orderProgress, at: z.string() })),
  shipping: z.object({ name: z.string(), price_vnd: z.int() }).nullable(),
  goods_vnd: z.int(),
  note: z.string(),
  recipient: z
    .object({ full_name: z.string(), phone: z.string(), lines: z.array(z.string()) })
    .nullable(),
  tracking: z.array(z.object({ number: z.string(), carrier: z.string().nullable() })),
  /** For whom the buyer wants the e-invoice; null as soon as `recipient` is. */
  invoice: invoiceDetails.nullable(),
  cancel_reason: z.string().nullable(),
  /** What the buyer asked for about this order, the newest first. */
  requests: z.array(
    z.object({ id: z.string(), number: z.string(), state: z.enum(REQUEST_STATES) }),
  ),
  /**
   * Cash that the carrier collects with the parcel; 0 when the order was paid before, and once the
   * parcel is delivered, refused or cancelled. Visits of the order are not in it.
   */
  parcel_due_vnd: z.int(),
  /** Cash that did not come with the delivered parcel and is still looked for; part of due_vnd. */
  missing_vnd: z.int(),
  /** One of REFUSE_REASONS once the parcel was not taken at the door. */
  refuse_reason: z.string().nullable(),
  detail_lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      quantity: z.int(),
      price_vnd: z.int(),
      total_vnd: z.int(),
      picture: picture.nullable(),
      visit: orderVisit.nullable(),
    }),
  ),
});

/** `POST /producer/orders/:id/confirm`, `/pack`: no body; `/ship`: */
export const shipBody = z.strictObject({
  tracking_number: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{4,40}$/, "4 to 40 letters, digits or hyphens"),
  carrier: z.string().trim().max(60).default(""),
});

/**
 * `POST /producer/orders/:id/deliver`: no body when all of `parcel_due_vnd` came. Less leaves the
 * rest due and tells the operator. Refuses `cash_too_much` and `order_is_prepaid` (collected_vnd),
 * and `order_already_delivered` when another amount was noted before.
 */
export const deliverBody = z.strictObject({
  collected_vnd: z.int().min(0).max(1_000_000_000).optional(),
  note: z.string().trim().max(CASH_NOTE_MAX).default(""),
});

/** `POST /producer/orders/:id/refuse`: the parcel was not taken and is on its way back. */
export const refuseBody = z.strictObject({
  reason: z.enum(REFUSE_REASONS),
  note: z.string().trim().max(CASH_NOTE_MAX).default(""),
});

/**
 * `POST /producer/orders/:id/take-back`: the refused parcel is with the producer again. Sound goods
 * are for sale again; of an order that was paid before, their price goes back to the buyer. Refuses
 * `order_already_returned` when it was noted in another state before.
 */
export const takeBackBody = z.strictObject({ is_sound: z.boolean() });

/** `POST /producer/orders/:id/cancel` */
export const cancelBody = z.strictObject({
  reason: z.enum(["out_of_stock", "cannot_ship", "buyer_asked", "other"]),
  note: z.string().trim().max(300).default(""),
});

/** `GET /producer/products?page=&q=&lang=` (20 a page) */
export const producerProductRow = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  kind: z.string(),
  picture: picture.nullable(),
  stars: z.int().nullable(),
  is_published: z.boolean(),
  variants: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      price_vnd: z.int(),
      /** On hand; null when stock is not tracked. */
      stock: z.int().nullable(),
      reserved: z.int(),
    }),
  ),
});
export const producerProducts = z.object({
  count: z.int(),
  page: z.int(),
  products: z.array(producerProductRow),
});

/** Body of `POST /producer/products/:id`; answers `producerProductRow` as it is then. */
export const productEditBody = z.strictObject({
  variants: z
    .array(
      z.strictObject({
        id: z.string().max(64),
        price_vnd: z.int().min(1000).max(1_000_000_000).optional(),
        stock: z.int().min(0).max(1_000_000).optional(),
        /** The stock that the member saw; refused with stock_changed when it is another now. */
        stock_seen: z.int().min(0).max(1_000_000).optional(),
      }),
    )
    .min(1)
    .max(50),
});

/** `GET /producer/members`, `POST /producer/members/:id` (owner only; never oneself). */
export const producerMembers = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      status: z.enum(["active", "suspended", "removed"]),
    }),
  ),
});
export const memberEditBody = z.strictObject({
  status: z.enum(["active", "suspended", "removed"]),
});

/** `GET /producer/certifications` — whatever became of them, the next to expire first. */
export const producerCertificate = z.object({
  id: z.string(),
  product_title: z.string(),
  stars: z.int(),
  decision_number: z.string(),
  issuer: z.string(),
  /** Local dates. */
  decided_on: z.string(),
  expires_on: z.string(),
  /** Negative once expired. */
  days_left: z.int(),
  state: z.enum(["submitted", "rejected", "in_force", "expiring", "expired", "revoked"]),
  /** Why it was rejected or revoked. */
  reason: z.string().nullable(),
});
export const producerCertificates = z.object({ certificates: z.array(producerCertificate) });

export type ProducerMe = z.infer<typeof producerMe>;
export type ProducerToday = z.infer<typeof producerToday>;
export type ProducerOrders = z.infer<typeof producerOrders>;
export type ProducerOrder = z.infer<typeof producerOrder>;
export type ProducerOrderRow = z.infer<typeof producerOrderRow>;
export type ProducerProducts = z.infer<typeof producerProducts>;
export type ProducerProductRow = z.infer<typeof producerProductRow>;
export type ProducerMembers = z.infer<typeof producerMembers>;
export type ProducerCertificate = z.infer<typeof producerCertificate>;
export type ProducerCertificates = z.infer<typeof producerCertificates>;
export type ProducerMember = ProducerMembers["members"][number];
export type ShipBody = z.infer<typeof shipBody>;
export type CancelBody = z.infer<typeof cancelBody>;
export type DeliverBody = z.infer<typeof deliverBody>;
export type RefuseBody = z.infer<typeof refuseBody>;
export type TakeBackBody = z.infer<typeof takeBackBody>;
