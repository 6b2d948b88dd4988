import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Processed } from "../../modules/payment-inbox";
import { eventHandlers } from "./event-handlers";
import { inboxService } from "./inbox-service";

/**
 * Processes the event of the inbox that has waited longest, or the one with this id; answers what
 * became of it, and null when none is due. Its failures are kept with it and not thrown. Safe to run
 * on any number of servers at once. A function around the handlers' workflows and no workflow
 * itself, which would only cost: there is nothing here to undo.
 */
export async function processEvent(
  container: MedusaContainer,
  id?: string,
): Promise<Processed | null> {
  const processed = await inboxService(container).processEvent(eventHandlers(container), id);
  if (processed?.error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.warn(`Payment event ${processed.id} ${processed.outcome}: ${processed.error}`);
  }
  return processed;
}
