import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { type BankTransfer, notImported } from "../../modules/payment-vietqr";
import { receiveTransfersWorkflow } from "./receive-transfer";

const leaveImportedStep = createStep(
  "leave-imported",
  async ({ transfers }: { transfers: BankTransfer[] }) =>
    new StepResponse(await notImported(transfers)),
);

/**
 * Imports the incoming transfers of a bank's statement, the rows of `readStatement`. What is known
 * already, from the file read before or from the bank feed, counts once. Answers how many of each
 * there were and what became of the new ones.
 */
export const importStatementWorkflow = createWorkflow(
  "import-statement",
  (input: { transfers: BankTransfer[] }) => {
    const transfers = leaveImportedStep(input);
    const outcomes = receiveTransfersWorkflow.runAsStep({ input: { transfers } });
    return new WorkflowResponse(
      transform({ input, outcomes }, ({ input, outcomes }) => {
        const fresh = outcomes.filter(({ is_new }) => is_new);
        const count = (state: (typeof outcomes)[number]["state"]) =>
          fresh.filter((outcome) => outcome.state === state).length;
        return {
          known: input.transfers.length - fresh.length,
          new: fresh.length,
          paid: count("paid"),
          partial: count("partial"),
          suspense: count("suspense"),
        };
      }),
    );
  },
);
