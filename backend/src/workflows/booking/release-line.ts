import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { refuseClosedCart } from "../checkout/closed-cart";
import { bookingService } from "./booking-service";
import { visitLineId } from "./visit-line";

const waitSeconds = 30;
const lockSeconds = 60;

type ReleaseLineInput = { cart_id: string; line_id: string };

const releaseSeatsStep = createStep(
  "release-seats",
  async (input: ReleaseLineInput, { container }) => {
    await refuseClosedCart(container, input.cart_id);
    const service = bookingService(container);
    const bookings = await service.listBookings({ cart_ids: [input.cart_id] });
    const own = bookings.find(
      ({ uuid, line_item_id }) =>
        line_item_id === input.line_id || visitLineId(uuid) === input.line_id,
    );
    if (!own) return new StepResponse(false);
    const reason = "the line was removed from the cart";
    return new StepResponse(await service.release({ uuid: own.uuid, actor: "buyer", reason }));
  },
);

/**
 * Frees the seats of a cart's line before it is removed; lines of goods pass. A crash in between
 * leaves a line that cannot be bought and can be removed again. Refuses `cart_completed`.
 */
export const releaseLineWorkflow = createWorkflow("release-line", (input: ReleaseLineInput) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  const released = releaseSeatsStep(input);
  releaseLockStep({ key });
  return new WorkflowResponse(released);
});
