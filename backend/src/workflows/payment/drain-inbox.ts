import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { inboxService } from "./inbox-service";
import { processEvent } from "./process-event";

/** Events that one server processes at the same time. */
const WORKERS = 4;

let isRunning = false;
let isAsked = false;

/**
 * Processes what is due in the inbox, in the background: whoever asks while that runs only makes it
 * look once more. Never throws; what could not be processed waits in the inbox.
 */
export async function drainInbox(container: MedusaContainer): Promise<void> {
  isAsked = true;
  if (isRunning) return;
  isRunning = true;
  try {
    while (isAsked) {
      isAsked = false;
      const due = await inboxService(container).countDue(WORKERS);
      await Promise.all(Array.from({ length: due }, () => workAlone(container)));
    }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.warn(`The payment inbox could not be drained: ${error}`);
  } finally {
    isRunning = false;
  }
}

async function workAlone(container: MedusaContainer): Promise<void> {
  while (await processEvent(container)) {
    // Until nothing is due.
  }
}
