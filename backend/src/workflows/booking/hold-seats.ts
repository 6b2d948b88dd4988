import type { Party } from "@cho-lang/shared/domain/booking";
import type { ProducerOpening } from "@cho-lang/shared/domain/producer";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import type BookingModuleService from "../../modules/booking/service";
import { addVisitLineStep } from "./steps/add-visit-line";
import { takeSeatsStep } from "./steps/take-seats";

/** What the cart's line says of a tour. */
export type TourLine = {
  product_id: string;
  variant_id: string;
  handle: string;
  title: string;
  thumbnail: string | null;
};
export type HoldSeatsInput = {
  /** Made by the caller, in lower case: the key of idempotency. */
  uuid: string;
  cart_id: string;
  departure_id: string;
  party: Party;
  /** The visitor's network address; null when it is not known. Only a hash of it is stored. */
  address: string | null;
  /** Lines of the cart as it was just before. */
  cart_lines: number;
  /** The departure's tour, published, as it was just before. */
  tour: TourLine & { producer: ProducerOpening };
};
export type HeldBooking = Awaited<ReturnType<BookingModuleService["hold"]>>;
/** A hold with the start of its departure. */
export type HeldSeats = { booking: Omit<HeldBooking, "is_new">; starts_at: Date };

const waitSeconds = 30;
const lockSeconds = 60;

/**
 * Takes seats of a departure for a while and puts the visit into a cart as one line. The seats are
 * guarded by the database; the lock on the cart only keeps its lines in order. The same request
 * again finishes what a crash left and answers the same hold. The caller has read cart and tour, in
 * one statement; completing the cart looks at both again.
 *
 * Refuses what `BookingModuleService.hold` refuses, `cart_completed`, `producer_closed`,
 * `cart_full`.
 */
export const holdSeatsWorkflow = createWorkflow("hold-seats", (input: HoldSeatsInput) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  const held = takeSeatsStep(input);
  const booking = addVisitLineStep({ booking: held, input });
  releaseLockStep({ key });
  return new WorkflowResponse(booking);
});
