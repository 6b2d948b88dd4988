import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { inboxService } from "../inbox-service";
import type { ReceiveEventInput } from "../receive-event";

/** Nothing is undone: what a provider told us stays told. */
export const storeEventStep = createStep(
  "store-event",
  async (event: ReceiveEventInput, { container }) => {
    return new StepResponse(await inboxService(container).storeEvent(event));
  },
);
