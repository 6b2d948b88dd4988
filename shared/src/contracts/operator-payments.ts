import { z } from "zod";
import { PAYMENT_EVENT_PROVIDERS, PAYMENT_EVENT_STATES } from "../domain/payment-event";
import { instant } from "./parts";

/**
 * `GET /admin/payment-events?state=&provider=&page=`: what payment providers told, newest first, 20
 * a page. Not under `/admin/payments`, which is Medusa's own and refuses unknown parameters.
 */
export const operatorPaymentEventsQuery = z.strictObject({
  state: z.enum(PAYMENT_EVENT_STATES).optional(),
  provider: z.enum(PAYMENT_EVENT_PROVIDERS).optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export const operatorPaymentEventRow = z.object({
  id: z.string(),
  provider: z.enum(PAYMENT_EVENT_PROVIDERS),
  /** The provider's own id: the same one twice is one event. */
  event_id: z.string(),
  /** What it is about, in the provider's words: "transfer_in", "payment_intent.succeeded". */
  kind: z.string(),
  state: z.enum(PAYMENT_EVENT_STATES),
  received_at: instant,
  processed_at: instant.nullable(),
  attempts: z.int(),
  /** When it is tried again; null unless it waits. */
  next_attempt_at: instant.nullable(),
  /** What went wrong last; null when nothing did. */
  error: z.string().nullable(),
});
export const operatorPaymentEvents = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  events: z.array(operatorPaymentEventRow),
});

/**
 * `GET /admin/payment-events/:id`, and the answer of `POST /admin/payment-events/:id/replay`, which
 * takes no body, processes the event once more and tells how it stands then: it may be waiting
 * again. Replaying is refused with `event_busy` while the event is processed.
 */
export const operatorPaymentEvent = z.object({
  event: operatorPaymentEventRow.extend({
    /** As it was sent, without secrets and card data. */
    payload: z.unknown(),
    /** Who asked last that it be processed again, and when. */
    replayed_by: z.string().nullable(),
    replayed_at: instant.nullable(),
  }),
});

export type OperatorPaymentEventRow = z.infer<typeof operatorPaymentEventRow>;
export type OperatorPaymentEvents = z.infer<typeof operatorPaymentEvents>;
export type OperatorPaymentEvent = z.infer<typeof operatorPaymentEvent>;
