import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import type { Parcel } from "./read-parcel";

/** A parcel that left with one number is not sent again with another. */
export const refuseOtherTrackingStep = createStep(
  "refuse-other-tracking",
  async (input: { parcel: Parcel; tracking_number: string }) => {
    const [number] = input.parcel.tracking_numbers;
    if (number !== undefined && number !== input.tracking_number) {
      refuse("order_already_shipped", `The order was already shipped with the number ${number}.`);
    }
    return new StepResponse(undefined);
  },
);
