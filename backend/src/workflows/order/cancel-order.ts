import type { CancelBody } from "@cho-lang/shared/contracts/producer";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  acquireLockStep,
  cancelOrderWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { cancelBookingsStep } from "./steps/cancel-bookings";
import { readParcelStep } from "./steps/read-parcel";
import { refuseOpenRefundStep } from "./steps/refuse-open-refund";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

export type CancelOrderInput = OrderDeed & { cancel: CancelBody };

/**
 * The producer can't serve the order. Medusa cancels this one order: its stock is free again and
 * its own payment is cancelled, or refunded when it was captured. The purchase's other orders keep
 * their state and their money. Its visits are cancelled too and their seats are free at once.
 * Refused once the parcel is on its way or a guest has come, and while other money of the order goes
 * back (`refund_busy`). Emits order.cancelled.
 */
export const cancelProducerOrderWorkflow = createWorkflow(
  "cancel-producer-order",
  (input: CancelOrderInput) => {
    acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
    refuseOpenRefundStep(transform({ input }, ({ input: { order_id } }) => ({ order_id })));
    const taken = takeOrderStep(
      transform({ input }, ({ input }) => ({ ...input, step: "cancel" as const })),
    );
    cancelBookingsStep(
      transform({ input }, ({ input }) => ({
        order_id: input.order_id,
        actor: input.actor_id,
        reason: input.cancel.reason,
      })),
    );
    const parcel = readParcelStep({ order_id: input.order_id });
    when("not-cancelled", { parcel }, ({ parcel }) => !parcel.is_cancelled).then(() => {
      cancelOrderWorkflow.runAsStep({
        input: transform({ input }, ({ input }) => ({
          order_id: input.order_id,
          canceled_by: input.actor_id,
        })),
      });
    });
    emitEventStep({ eventName: OrderEvents.CANCELLED, data: { id: input.order_id } });
    releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
    return new WorkflowResponse(taken);
  },
);
