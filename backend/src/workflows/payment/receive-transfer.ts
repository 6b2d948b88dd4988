import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { messageOf } from "../../lib/message-of";
import { type BankTransfer, type Outcome, recordTransfers } from "../../modules/payment-vietqr";
import { completePurchaseWorkflow } from "../purchase/complete-purchase";

/** What came in is a fact: nothing undoes it. */
const recordTransfersStep = createStep(
  "record-transfers",
  async (input: { transfers: BankTransfer[] }) => {
    // A workflow's input may have become JSON, whose instants are text.
    const transfers = input.transfers.map((transfer) => ({
      ...transfer,
      occurred_at: new Date(transfer.occurred_at),
    }));
    return new StepResponse(await recordTransfers(transfers));
  },
);

/** So long the request that brings money also places what it pays; a statement may pay hundreds. */
const PLACING_MS = 20_000;

/**
 * Places the purchases of which all money is there now, as long as whoever asks may wait; the job
 * places the rest, and tries those again that fail.
 */
export const completePaidStep = createStep(
  "complete-paid",
  async (outcomes: Pick<Outcome, "state" | "cart_id">[], { container }) => {
    const paid = outcomes.flatMap(({ state, cart_id }) =>
      state === "paid" && cart_id ? [cart_id] : [],
    );
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const until = Date.now() + PLACING_MS;
    for (const cart_id of new Set(paid)) {
      if (Date.now() > until) break;
      try {
        await completePurchaseWorkflow(container).run({ input: { cart_id, is_begun: true } });
      } catch (error) {
        logger.warn(`The purchase of ${cart_id} is paid, but not placed yet: ${messageOf(error)}`);
      }
    }
    return new StepResponse(paid);
  },
);

/**
 * Records what came to our accounts and places each purchase that is paid by it. Harmless to repeat:
 * a transfer counts once. Answers what became of each transfer, in their order. A purchase that
 * can't be placed now keeps its money and is tried again by the job.
 *
 * Refuses `transfer_malformed`, and then nothing is recorded.
 */
export const receiveTransfersWorkflow = createWorkflow(
  "receive-transfers",
  (input: { transfers: BankTransfer[] }) => {
    const outcomes = recordTransfersStep(input);
    completePaidStep(outcomes);
    return new WorkflowResponse(outcomes);
  },
);
