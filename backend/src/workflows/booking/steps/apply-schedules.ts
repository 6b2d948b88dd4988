import { todayInVietnam } from "@cho-lang/shared/calendar";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";

/** No undo: the departures match their rules whatever happens afterwards. */
export const applySchedulesStep = createStep(
  "apply-schedules",
  async (input: { option_ids?: string[] }, { container }) => {
    const today = todayInVietnam(new Date());
    return new StepResponse(await bookingService(container).applySchedules({ ...input, today }));
  },
);
