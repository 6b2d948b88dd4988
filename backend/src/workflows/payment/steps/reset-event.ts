import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { inboxService } from "../inbox-service";
import type { ReplayEventInput } from "../replay-event";

/** Makes an event due again. Nothing is undone: an event that is due does no harm. */
export const resetEventStep = createStep(
  "reset-event",
  async ({ id, by }: ReplayEventInput, { container }) => {
    const inbox = inboxService(container);
    if (!(await inbox.resetEvent(id, by))) {
      if (!(await inbox.findEvent(id))) notFound("The payment event");
      const message = "is being processed right now: look again in a minute";
      const fields = [{ field: "id", code: "event_busy", message }];
      refuse("event_busy", `The event ${message}.`, { fields });
    }
    return new StepResponse({ id });
  },
);
