import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { settleStripeEventStep } from "./steps/settle-stripe-event";

/**
 * Does what an event of Stripe calls for. Only its ids are believed: what they name is read again,
 * so that events may come late, twice and in any order. Money that came for a purchase completes
 * it; money of a purchase that was given up goes back; refunds and disputes are noted.
 *
 * @throws what completing throws, so that the inbox tries again; `stripe_mismatch` for money that
 * is not what we asked for.
 */
export const handleStripeEventWorkflow = createWorkflow(
  "handle-stripe-event",
  (input: { event: { id: string; type: string; data: { object: unknown } } }) =>
    new WorkflowResponse(settleStripeEventStep(input)),
);
