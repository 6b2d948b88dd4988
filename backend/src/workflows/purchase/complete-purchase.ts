import { OrderWorkflowEvents } from "@medusajs/framework/utils";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { BookingEvents, PurchaseEvents } from "../events";
import { stepOf } from "./claim";
import { deedsBeforeMoney, deedsWithMoney } from "./deeds";
import { awaitMoneyStep } from "./steps/await-money";
import { type Completing, claimPurchaseStep } from "./steps/claim-purchase";
import { placePurchaseStep } from "./steps/place-purchase";

type Step = ReturnType<typeof stepOf>;

const [reserve, bind, discount, openMaster] = deedsBeforeMoney.map(stepOf) as [
  Step,
  Step,
  Step,
  Step,
];
const [check, create, link, authorise, confirm, capture, openPayments, close] = deedsWithMoney.map(
  stepOf,
) as [Step, Step, Step, Step, Step, Step, Step, Step];

const waitSeconds = 30;
const lockSeconds = 60;

/**
 * One cart → one payment → one purchase → one order for each producer. However often and by however
 * many it is run for a cart, the answer is the same purchase: the fence's unique cart_id guarantees
 * it, a lease decides who works, and the plan stored in the fence makes every attempt do the same.
 * When a step fails, what was done is undone and the cart can be changed and completed again.
 *
 * A prepaid purchase is `awaiting` until its money is there: goods and seats are kept, and running
 * this again looks whether it has come. What fails after that is tried again, or the money is given
 * back; see `awaitMoneyStep` and `giveUp`.
 *
 * Refuses `cart_empty`, `checkout_incomplete`, `lines_not_available`, `stock_ran_out`,
 * `cod_ceiling`, `too_many_unpaid`, `payment_unavailable`, `checkout_busy`; with `is_begun` also
 * `purchase_ended`; 404
 * for an unknown cart.
 */
export const completePurchaseWorkflow = createWorkflow("complete-purchase", (input: Completing) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  const claim = claimPurchaseStep(input);
  reserve(claim);
  bind(claim);
  discount(claim);
  openMaster(claim);
  const paid = awaitMoneyStep(claim);
  check(paid);
  create(paid);
  link(paid);
  authorise(paid);
  confirm(paid);
  capture(paid);
  openPayments(paid);
  close(paid);
  const placed = placePurchaseStep(paid);
  emitEventStep({ eventName: PurchaseEvents.PLACED, data: placed.announce });
  emitEventStep({ eventName: PurchaseEvents.AWAITING, data: placed.ask }).config({
    name: "emit-purchase-awaiting",
  });
  emitEventStep({ eventName: OrderWorkflowEvents.PLACED, data: placed.orders }).config({
    name: "emit-orders-placed",
  });
  emitEventStep({ eventName: BookingEvents.CONFIRMED, data: placed.bookings }).config({
    name: "emit-bookings-confirmed",
  });
  releaseLockStep({ key });
  return new WorkflowResponse({ purchase_id: placed.purchase_id, status: placed.status });
});
