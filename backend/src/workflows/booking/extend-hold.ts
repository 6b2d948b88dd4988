import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { notFound } from "../../lib/errors";
import { refuseClosedCart } from "../checkout/closed-cart";
import { bookingService } from "./booking-service";
import type { HeldSeats } from "./hold-seats";

const waitSeconds = 30;
const lockSeconds = 60;

type ExtendHoldInput = { uuid: string; cart_id: string };

const extendHoldStep = createStep("extend-hold", async (input: ExtendHoldInput, { container }) => {
  const service = bookingService(container);
  const found = await service.findBooking(input.uuid);
  if (!found || found.cart_id !== input.cart_id) notFound("The booking");
  await refuseClosedCart(container, input.cart_id);
  const booking = await service.extendHold(input);
  return new StepResponse<HeldSeats>({ booking, starts_at: found.departure.starts_at });
});

/**
 * Keeps a hold's seats for another while, once; a hold that ran out takes its seats again. Refuses
 * `extension_used`, `departure_full`, `cart_completed`; 404 unless the booking is this cart's.
 */
export const extendHoldWorkflow = createWorkflow("extend-hold", (input: ExtendHoldInput) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  const held = extendHoldStep(input);
  releaseLockStep({ key });
  return new WorkflowResponse(held);
});
