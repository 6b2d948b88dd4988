import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { eventHandlers } from "../event-handlers";
import { inboxService } from "../inbox-service";

/** Processes one event, or the one that is due. Its failures are kept with it, so none is thrown. */
export const processEventStep = createStep(
  "process-event",
  async ({ id }: { id: string | null }, { container }) => {
    const inbox = inboxService(container);
    const processed = await inbox.processEvent(eventHandlers(container), id ?? undefined);
    if (processed?.error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
      logger.warn(`Payment event ${processed.id} ${processed.outcome}: ${processed.error}`);
    }
    return new StepResponse(processed);
  },
);
