import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { inboxService } from "./inbox-service";
import { processEvent } from "./process-event";

/** Events that one server processes at the same time. */
const WORKERS = 4;

let working = 0;
/** Somebody asked while every worker was busy: one of them may have looked just before. */
let isAsked = false;

/**
 * Sees to it that what is due in the inbox is processed, in the background: a slow event holds up
 * its own worker and no other. Never throws; what could not be processed waits in the inbox.
 */
export async function drainInbox(container: MedusaContainer): Promise<void> {
  if (working >= WORKERS) {
    isAsked = true;
    return;
  }
  try {
    const due = await inboxService(container).countDue(WORKERS);
    for (let wanted = due; wanted > 0 && working < WORKERS; wanted -= 1) work(container);
  } catch (error) {
    tell(container, error);
  }
}

/** One worker: processes events until none is due. */
async function work(container: MedusaContainer): Promise<void> {
  working += 1;
  try {
    let processed = await processEvent(container);
    while (processed) processed = await processEvent(container);
  } catch (error) {
    tell(container, error);
  } finally {
    working -= 1;
  }
  if (!isAsked) return;
  isAsked = false;
  await drainInbox(container);
}

function tell(container: MedusaContainer, error: unknown): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.warn(`The payment inbox could not be drained: ${error}`);
}
