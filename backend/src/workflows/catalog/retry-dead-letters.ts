import type { RetryBody } from "@cho-lang/shared/contracts/operator-search";
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { retryDeadLettersStep } from "./steps/retry-dead-letters";

/** Lets products that were laid aside be tried again at once; answers how many. */
export const retryDeadLettersWorkflow = createWorkflow("retry-dead-letters", (input: RetryBody) => {
  return new WorkflowResponse(retryDeadLettersStep(input));
});
