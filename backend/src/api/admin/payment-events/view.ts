import type {
  OperatorPaymentEvent,
  OperatorPaymentEventRow,
} from "@cho-lang/shared/contracts/operator-payments";
import { shownPayload } from "../../../modules/payment-inbox";
import type { PaymentEvent } from "../../../modules/payment-inbox/service";

/** An event as the operator's list shows it. */
export function eventRow(event: PaymentEvent): OperatorPaymentEventRow {
  return {
    id: event.id,
    provider: event.provider,
    event_id: event.event_id,
    kind: event.kind,
    state: event.state,
    received_at: event.received_at.toISOString(),
    processed_at: event.processed_at?.toISOString() ?? null,
    attempts: event.attempts,
    next_attempt_at: event.state === "new" ? event.next_attempt_at.toISOString() : null,
    error: event.error,
  };
}

/** An event with what was sent, without secrets and card data. */
export function eventDetail(event: PaymentEvent): OperatorPaymentEvent {
  return {
    event: {
      ...eventRow(event),
      payload: shownPayload(event.payload),
      replayed_by: event.replayed_by,
      replayed_at: event.replayed_at?.toISOString() ?? null,
    },
  };
}
