import { z } from "zod";
import { REQUEST_STATES, REQUEST_TEXT_MAX, REQUEST_TEXT_MIN } from "../domain/refund-request";
import { instant } from "./parts";
import { refundRequest } from "./refund-request";

const note = z.string().trim().max(REQUEST_TEXT_MAX);

/** `GET /admin/refund-requests?state=&q=&page=`: the oldest first, 20 a page. */
export const operatorRefundRequestsQuery = z.strictObject({
  state: z.enum(REQUEST_STATES).optional(),
  /** A part of the request's or the order's number, or of the buyer's phone or e-mail. */
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export const operatorRefundRequestRow = refundRequest.extend({
  purchase: z.object({ id: z.string(), number: z.string() }),
  order: z.object({
    id: z.string(),
    number: z.string(),
    total_vnd: z.int(),
    /** Came in and was not given back: the most that can be granted. */
    collected_vnd: z.int(),
  }),
  producer: z.object({ id: z.string(), name: z.string(), phone: z.string().nullable() }),
  buyer: z.object({ full_name: z.string(), phone: z.string(), email: z.string() }),
  /** Why the last try to give the money back failed; null when none did. */
  failure: z.string().nullable(),
});
export const operatorRefundRequests = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  requests: z.array(operatorRefundRequestRow),
});

/** `GET /admin/refund-requests/:id`, and the answer of a decision. */
export const operatorRefundRequest = z.object({
  request: operatorRefundRequestRow.extend({
    /** Everything that happened, oldest first. */
    history: z.array(
      z.object({
        at: instant,
        state: z.enum(REQUEST_STATES),
        /** Who did it: "buyer", a member's or operator's name, or "deadline". */
        by: z.string(),
        text: z.string().nullable(),
      }),
    ),
    payee: z
      .object({ bank_bin: z.string(), account_number: z.string(), name: z.string() })
      .nullable(),
  }),
});

/**
 * `POST /admin/refund-requests/:id/decide`, while `open`, `to_decide` or `to_send_back`. Once: a
 * second decision is refused with `request_decided`; `grant_too_much` (amount_vnd) above
 * `collected_vnd`.
 */
export const decideRequest = z.discriminatedUnion("deed", [
  z.strictObject({
    deed: z.literal("grant"),
    amount_vnd: z.int().min(0),
    /** Whether the goods must be sent back first; only of a return. */
    goods_back: z.boolean().default(false),
    note: note.min(REQUEST_TEXT_MIN, "say why, the buyer and the producer read it"),
  }),
  z.strictObject({
    deed: z.literal("refuse"),
    note: note.min(REQUEST_TEXT_MIN, "say why, the buyer and the producer read it"),
  }),
]);
/** Photos: `GET /admin/refund-requests/:id/photos/:photo`. */

export type OperatorRefundRequests = z.infer<typeof operatorRefundRequests>;
export type OperatorRefundRequestRow = z.infer<typeof operatorRefundRequestRow>;
export type OperatorRefundRequest = z.infer<typeof operatorRefundRequest>;
export type DecideRequest = z.infer<typeof decideRequest>;
