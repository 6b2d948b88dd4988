import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { inboxService } from "./inbox-service";

/** `days`: how long ago an event must have been processed. */
type PurgeEventsInput = { days: number };

/** Nothing is undone: what is purged is of no use to anybody. */
const purgeEventsStep = createStep(
  "purge-events",
  async ({ days }: PurgeEventsInput, { container }) => {
    return new StepResponse({ purged: await inboxService(container).purgeProcessed(days) });
  },
);

/** Forgets payment events that were processed so long ago; answers how many. */
export const purgeEventsWorkflow = createWorkflow("purge-events", (input: PurgeEventsInput) => {
  return new WorkflowResponse(purgeEventsStep(input));
});
