import type { RetryBody } from "@cho-lang/shared/contracts/operator-search";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { retryDeadLetters } from "../../../modules/search-postgres";

/** Puts them back into the queue. A retry that fails lays them aside again, so nothing is undone. */
export const retryDeadLettersStep = createStep("retry-dead-letters", async (wanted: RetryBody) => {
  return new StepResponse({ retried: await retryDeadLetters(wanted) });
});
