import type { TakeBackBody } from "@cho-lang/shared/contracts/producer";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { type RefundOrderInput, refundOrderWorkflow } from "./refund-order";
import { cancelUnpaidStep } from "./steps/cancel-unpaid";
import { planTakeBackStep } from "./steps/plan-take-back";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

export type TakeBackOrderInput = OrderDeed & TakeBackBody;

/** The order's lock; a second member waits longer, because a provider is asked to give money back. */
function longLock(input: OrderDeed) {
  return { ...orderLock(input), timeout: 40, ttl: 120 };
}

/**
 * The refused parcel is with its producer again: sound goods are back in stock, and of an order that
 * was paid before their price is given back. That comes first and is not undone, because a refund
 * is not: whatever fails leaves the order `refused`, and a repeat finishes it under the same key.
 * Emits order.returned.
 */
export const takeBackOrderWorkflow = createWorkflow(
  "take-back-order",
  (input: TakeBackOrderInput) => {
    acquireLockStep(transform({ input }, ({ input }) => longLock(input)));
    const plan = planTakeBackStep(input);
    when("not-given-back", { plan }, ({ plan }) => plan.refund !== null).then(() => {
      refundOrderWorkflow.runAsStep({
        input: transform({ plan }, ({ plan: { refund } }) => refund as RefundOrderInput),
      });
    });
    const taken = takeOrderStep(
      transform({ input }, ({ input: { producer_id, order_id, actor_id } }) => {
        return { producer_id, order_id, actor_id, step: "take_back" as const };
      }),
    );
    cancelUnpaidStep(transform({ input }, ({ input: { order_id } }) => ({ order_id })));
    emitEventStep({ eventName: OrderEvents.RETURNED, data: { id: input.order_id } });
    releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
    return new WorkflowResponse(taken);
  },
);
