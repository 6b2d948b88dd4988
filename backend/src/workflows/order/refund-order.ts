import { PaymentEvents } from "@medusajs/framework/utils";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import type { RefundWish } from "../../modules/purchase";
import { refundLock } from "./refund-lock";
import { beginRefundStep } from "./steps/begin-refund";
import { endRefundStep } from "./steps/end-refund";
import { giveMoneyBackStep } from "./steps/give-money-back";
import { returnGoodsStep } from "./steps/return-goods";
import { settleTotalStep } from "./steps/settle-total";
import { tellRefundStep } from "./steps/tell-refund";

/** Money of one order that goes back, with or without goods that come back. */
export type RefundOrderInput = RefundWish;

/**
 * Gives back money of one order, in the one way that all use. The goods that come back are Medusa's
 * return (into stock when they are sound); the money goes the way it came, or by a transfer that the
 * operator makes: cash, and transfers of unknown senders, to `payee` when it is given. Afterwards
 * Medusa's books and the purchase say the same. Other orders of the purchase are untouched.
 *
 * The same key is the same refund: a repeat finishes what a crash left and moves nothing twice. What
 * fails after the beginning is not undone: the job `settle-refunds` tries it until it is done, so
 * the caller must neither undo its own deed nor begin another refund. Answers with `is_repeat` when
 * all was done before.
 *
 * Refuses, before anything is moved: `refund_too_much`, `refund_nothing`, `refund_key_reused`,
 * `refund_busy`, `goods_not_of_order`, `goods_not_sent` (more than was sent and did not come back),
 * `order_change_open` (an operator is editing the order in Medusa); 404 for an unknown order.
 */
export const refundOrderWorkflow = createWorkflow("refund-order", (input: RefundOrderInput) => {
  acquireLockStep(transform({ input }, ({ input }) => refundLock(input)));
  const begun = beginRefundStep(input);
  const paid = when("is-to-do", { begun }, ({ begun }) => !begun.is_repeat).then(() => {
    const lease = transform({ begun }, ({ begun: { key, token } }) => ({ key, token }));
    returnGoodsStep(lease);
    const given = giveMoneyBackStep(lease);
    tellRefundStep(lease);
    settleTotalStep(lease);
    endRefundStep(lease);
    return given;
  });
  when("money-went", { paid }, ({ paid }) => Boolean(paid?.payment_id)).then(() => {
    emitEventStep({
      eventName: PaymentEvents.REFUNDED,
      data: transform({ paid }, ({ paid }) => ({ id: paid?.payment_id })),
    });
  });
  releaseLockStep(transform({ input }, ({ input }) => ({ key: refundLock(input).key })));
  return new WorkflowResponse(
    transform({ begun }, ({ begun: { amount_vnd, is_repeat } }) => ({ amount_vnd, is_repeat })),
  );
});
