import type { Party } from "@cho-lang/shared/domain/booking";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import type BookingModuleService from "../../modules/booking/service";
import { addVisitLineStep } from "./steps/add-visit-line";
import { findTourStep } from "./steps/find-tour";
import { takeSeatsStep } from "./steps/take-seats";

export type HoldSeatsInput = {
  /** Made by the caller, in lower case: the key of idempotency. */
  uuid: string;
  cart_id: string;
  departure_id: string;
  party: Party;
  /** The visitor's network address; null when it is not known. Only a hash of it is stored. */
  address: string | null;
};
export type HeldBooking = Awaited<ReturnType<BookingModuleService["hold"]>>;
/** A hold with the start of its departure. */
export type HeldSeats = { booking: HeldBooking; starts_at: Date };

const waitSeconds = 30;
const lockSeconds = 60;

/**
 * Takes seats of a departure for a while and puts the visit into a cart as one line. The seats are
 * guarded by the database; the lock on the cart only keeps its lines in order. The same request
 * again finishes what a crash left and answers the same hold.
 *
 * Refuses what `BookingModuleService.hold` refuses, `cart_completed`, `producer_closed`,
 * `cart_full`; 404 for an unknown cart or departure.
 */
export const holdSeatsWorkflow = createWorkflow("hold-seats", (input: HoldSeatsInput) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  const tour = findTourStep(input);
  const held = takeSeatsStep(input);
  const booking = addVisitLineStep({ booking: held, tour });
  releaseLockStep({ key });
  const result = transform({ booking, tour }, ({ booking, tour }) => ({
    booking,
    starts_at: tour.starts_at,
  }));
  return new WorkflowResponse(result);
});
