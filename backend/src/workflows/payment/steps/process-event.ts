import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { processEvent } from "../process-event";

/** Processes one event if it is due. What it did stays done, and its failures are kept with it. */
export const processEventStep = createStep(
  "process-event",
  async ({ id }: { id: string }, { container }) => {
    return new StepResponse(await processEvent(container, id));
  },
);
