import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";
import type { CreateTourOptionsInput } from "../create-tour-options";

/** Adds options with their units and rules; the undo deletes them. */
export const addTourOptionsStep = createStep(
  "add-tour-options",
  async ({ options }: CreateTourOptionsInput, { container }) => {
    const made = await bookingService(container).createOptions(options);
    const ids = made.map(({ id }) => id);
    return new StepResponse({ ids }, ids);
  },
  async (ids, { container }) => {
    if (ids) await bookingService(container).deleteOptions(ids);
  },
);
