import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import {
  type BankAccount,
  type Decision,
  keepSuspense,
  type Outcome,
  payFromSuspense,
  sendBackSuspense,
} from "../../modules/payment-vietqr";
import { completePaidStep } from "./receive-transfer";

/** What an operator decides about money that found nothing to pay. */
export type SuspenseDecision = Decision &
  (
    | { deed: "pay"; purchase_number: string }
    /** To the sender when the bank named one and no account is given. */
    | { deed: "send_back"; payee?: BankAccount | undefined }
    | { deed: "keep"; note: string }
  );

/** What came of it: the purchase that got the money, or the refund that is due now. */
type Resolved = { paid: Outcome[]; refund_id: string | null };

/** A decision is made once and stands: nothing undoes it. */
const resolveSuspenseStep = createStep("resolve-suspense", async (decision: SuspenseDecision) => {
  const resolved: Resolved = { paid: [], refund_id: null };
  if (decision.deed === "pay") resolved.paid = [await payFromSuspense(decision)];
  else if (decision.deed === "keep") await keepSuspense(decision);
  else resolved.refund_id = (await sendBackSuspense(decision)).id;
  return new StepResponse(resolved);
});

/**
 * Deals with money in suspense, once: a second decision is refused. A purchase of which all money is
 * there with it is placed.
 *
 * Refuses `suspense_resolved`, `purchase_not_awaiting`, `suspense_too_much`, `payee_missing`,
 * `note_missing`; 404 for an unknown entry.
 */
export const resolveSuspenseWorkflow = createWorkflow(
  "resolve-suspense",
  (decision: SuspenseDecision) => {
    const resolved = resolveSuspenseStep(decision);
    completePaidStep(transform({ resolved }, ({ resolved }) => resolved.paid));
    return new WorkflowResponse(resolved);
  },
);
