import type {
  PaymentEventProvider,
  PaymentEventState,
} from "@cho-lang/shared/domain/payment-event";
import { type EventHandlers, type Processed, processEvent } from "./process";
import * as queries from "./queries";
import { storablePayload } from "./rules";
import type { NewPaymentEvent, PaymentEvent } from "./tables";

export type { PaymentEvent };

/** What payment providers told us: stored once before it is answered, processed once after it. */
export default class PaymentInboxModuleService {
  /** Stores a verified event; a repeat is given the id of the first and is not new. */
  async storeEvent(event: NewPaymentEvent): Promise<{ id: string; is_new: boolean }> {
    return queries.insertEvent({ ...event, payload: storablePayload(event.payload) });
  }

  /** How many events are due now, counted up to `most`. */
  async countDue(most: number): Promise<number> {
    return queries.countDue(most);
  }

  /** Processes one event that is due, see `processEvent`; null when none is. */
  async processEvent(handlers: EventHandlers, id?: string): Promise<Processed | null> {
    return processEvent(handlers, { id });
  }

  /** Makes an event due again; false for an unknown one and while it is processed. */
  async resetEvent(id: string, replayed_by: string): Promise<boolean> {
    return queries.resetEvent(id, replayed_by);
  }

  async findEvent(id: string): Promise<PaymentEvent | null> {
    return queries.selectEvent(id);
  }

  /** One page of events, newest first. */
  async listEvents(wanted: {
    state?: PaymentEventState | undefined;
    provider?: PaymentEventProvider | undefined;
    limit: number;
    offset: number;
  }): Promise<{ count: number; events: PaymentEvent[] }> {
    return queries.selectEvents(wanted);
  }

  /** Forgets what was processed so many days ago; answers how many events. */
  async purgeProcessed(days: number): Promise<number> {
    return queries.deleteProcessed(days);
  }
}
