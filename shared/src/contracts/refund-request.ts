import { z } from "zod";
import { isBankBin } from "../domain/bank";
import {
  MAX_PHOTOS,
  PHOTO_BYTES,
  REQUEST_KINDS,
  REQUEST_REASONS,
  REQUEST_STATES,
  REQUEST_TEXT_MAX,
  REQUEST_TEXT_MIN,
} from "../domain/refund-request";
import { instant, picture } from "./parts";
import { orderProgress } from "./purchase";

const text = z.string().trim().max(REQUEST_TEXT_MAX);
/** Whole đồng. */
const vnd = z.int().min(0);

/** The account that money goes to when it can't go back the way it came. */
export const payee = z.strictObject({
  bank_bin: z.string().refine(isBankBin, "choose the bank from the list"),
  account_number: z
    .string()
    .max(50)
    .transform((typed) => typed.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^[0-9A-Za-z]{4,34}$/, "4 to 34 letters and digits")),
  name: z.string().trim().min(1, "the name of the account").max(70),
});

/** What can be asked for of one order, and what was asked. */
export const refundChoice = z.object({
  order: z.object({
    id: z.string(),
    number: z.string(),
    producer: z.string(),
    progress: orderProgress,
    shipping_vnd: vnd,
    /** Came in for this order and was not given back: the most that can be asked for. */
    collected_vnd: vnd,
  }),
  /**
   * Why nothing can be asked now: "nothing_fits" (cancelled, refused), "too_late" (RETURN_DAYS are
   * over), "request_open" (one is not ended). Null when one may ask.
   */
  closed: z.enum(["nothing_fits", "too_late", "request_open"]).nullable(),
  /** Until when; null while the order is not over. */
  until: instant.nullable(),
  reasons: z.array(z.enum(REQUEST_REASONS)),
  /** True before anything was sent: the whole order is called off, and lines are not chosen. */
  is_whole: z.boolean(),
  /** True when the buyer must name an account: cash, or a transfer whose sender nobody knows. */
  needs_payee: z.boolean(),
  /** Lines that can be asked about; a visit that is still to come is not among them. */
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Empty for a visit, which is one for its whole party. */
      unit: z.string(),
      /** What is left of it: earlier refunds are taken off. */
      quantity: z.int().min(1),
      total_vnd: vnd,
      is_visit: z.boolean(),
      picture: picture.nullable(),
    }),
  ),
  /** What comes back when the whole of a visit is called off now, by its rules; null otherwise. */
  by_rules_vnd: vnd.nullable(),
});

const photo = z.object({ id: z.string(), width: z.int(), height: z.int() });

/** A request as buyer, producer and operator see it. */
export const refundRequest = z.object({
  id: z.string(),
  /** Number for people: the order's number with a letter, "CL-7K3F9-1-A". */
  number: z.string(),
  kind: z.enum(REQUEST_KINDS),
  state: z.enum(REQUEST_STATES),
  reason: z.enum(REQUEST_REASONS),
  /** The buyer's own words. */
  text: z.string(),
  lines: z.array(
    z.object({ title: z.string(), unit: z.string(), quantity: z.int(), total_vnd: vnd }),
  ),
  /** Asked for; with goods that were not paid yet 0: only to be called off. */
  amount_vnd: vnd,
  /** Granted; null while nobody has decided. */
  granted_vnd: vnd.nullable(),
  photos: z.array(photo),
  asked_at: instant,
  /** Until when the producer may answer. */
  answer_by: instant,
  /** The producer's answer; null when there was none. */
  answer: z
    .object({ deed: z.enum(["accept", "decline"]), text: z.string(), at: instant })
    .nullable(),
  /** The operator's decision; null when there was none. */
  decision: z
    .object({ deed: z.enum(["grant", "refuse"]), text: z.string(), at: instant })
    .nullable(),
  /** Until when goods must be back; null unless they are to be sent. */
  send_back_by: instant.nullable(),
  received_at: instant.nullable(),
  refunded_at: instant.nullable(),
});

/**
 * `GET /store/purchases/:id/orders/:number/refund-requests?token=&lang=`: what can be asked for, and
 * what was, newest first.
 */
export const orderRefundRequests = z.object({
  choice: refundChoice,
  requests: z.array(refundRequest),
});

/**
 * `POST /store/purchases/:id/photos?token=`: one photo (JPEG, PNG, WebP, HEIC is refused with
 * `photo_format`) in base64, at most PHOTO_BYTES before encoding. A photo that no request takes
 * within a day is removed. At most 20 of one purchase.
 */
export const photoBody = z.strictObject({
  file: z
    .string()
    .min(1, "a photo")
    .max(Math.ceil(PHOTO_BYTES / 3) * 4, "at most 12 MB")
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "the file in base64"),
});
export const photoAnswer = z.object({ photo });

/**
 * `POST /store/purchases/:id/orders/:number/refund-requests?token=`, answers `orderRefundRequests`.
 * Refuses, naming the field: `request_open`, `request_too_late`, `reason_unfit` (reason),
 * `photos_missing`, `photo_unknown` (photos), `kind_unfit` (kind), `lines_missing`,
 * `line_too_much` (lines), `payee_missing` (payee).
 */
export const askRefundBody = z.strictObject({
  kind: z.enum(REQUEST_KINDS),
  reason: z.enum(REQUEST_REASONS),
  text: text.min(REQUEST_TEXT_MIN, "say in a few words what happened"),
  /** Left out when the whole order is called off. */
  lines: z
    .array(z.strictObject({ id: z.string().max(64), quantity: z.int().min(1).max(999) }))
    .max(100)
    .default([]),
  photos: z.array(z.string().max(64)).max(MAX_PHOTOS).default([]),
  payee: payee.optional(),
});

/**
 * `POST /store/purchases/:id/refund-requests/:request/withdraw?token=`: no body; while `open` or
 * `to_decide`, or `to_send_back` before the goods came. Refuses `request_decided`.
 * Photos: `GET /store/purchases/:id/photos/:photo?token=` (image/jpeg, never cached in public).
 */

/** `GET /producer/refund-requests?state=&page=&lang=`: those that wait for the producer first; 20 a page. */
export const producerRefundRequestsQuery = z.strictObject({
  state: z.enum(["waiting", "all"]).default("waiting"),
  page: z.coerce.number().int().min(1).max(500).default(1),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export const producerRefundRequest = refundRequest.extend({
  order: z.object({ id: z.string(), number: z.string(), progress: orderProgress }),
  buyer: z.object({ name: z.string(), province: z.string() }),
  /** What the producer can do now. */
  deeds: z.array(z.enum(["accept", "decline", "receive"])),
});
export const producerRefundRequests = z.object({
  count: z.int(),
  /** How many wait for the producer: `open`, and goods that are on their way back. */
  waiting: z.int(),
  page: z.int(),
  requests: z.array(producerRefundRequest),
});
/** `GET /producer/refund-requests/:id?lang=`, and the answer of each deed. */
export const producerRefundRequestAnswer = z.object({ request: producerRefundRequest });
/** `POST /producer/refund-requests/:id/accept`: no body. Refuses `request_decided`. */
/** `POST /producer/refund-requests/:id/decline`; the operator decides then. */
export const declineBody = z.strictObject({
  text: text.min(REQUEST_TEXT_MIN, "say why, so that the buyer and the operator understand"),
});
/** `POST /producer/refund-requests/:id/receive`: the goods are back. */
export const receiveBody = z.strictObject({
  /** False when they can't be sold again: they are not put back into stock. */
  is_sound: z.boolean(),
});
/** Photos: `GET /producer/refund-requests/:id/photos/:photo`. */

export type RefundChoice = z.infer<typeof refundChoice>;
export type RefundRequest = z.infer<typeof refundRequest>;
export type OrderRefundRequests = z.infer<typeof orderRefundRequests>;
export type AskRefundBody = z.infer<typeof askRefundBody>;
export type PhotoAnswer = z.infer<typeof photoAnswer>;
export type ProducerRefundRequest = z.infer<typeof producerRefundRequest>;
export type ProducerRefundRequests = z.infer<typeof producerRefundRequests>;
export type ProducerRefundRequestAnswer = z.infer<typeof producerRefundRequestAnswer>;
export type Payee = z.infer<typeof payee>;
