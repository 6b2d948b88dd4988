import type { PaymentEventProvider } from "@cho-lang/shared/domain/payment-event";
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { storeEventStep } from "./steps/store-event";

export interface ReceiveEventInput {
  provider: PaymentEventProvider;
  /** The provider's own id, the same in every repeat. */
  event_id: string;
  kind: string;
  /** The verified body. */
  payload: unknown;
}

/** Stores a verified webhook; a repeat finds the first one and is not new. */
export const receiveEventWorkflow = createWorkflow("receive-event", (input: ReceiveEventInput) => {
  return new WorkflowResponse(storeEventStep(input));
});
