import { ChangeActionType, OrderChangeType } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { RefundLease } from "../../../modules/purchase";
import { changeOnce } from "../change-order";
import { readOrderBooks } from "../order-books";
import { orderOfRefund, runRefund } from "../refund-work";

/**
 * Medusa's order costs what was paid for it and not given back, and what is still due: a credit says
 * what was given back beyond the goods that came back, or, below zero, what of their price was kept.
 * What an operator's edit of the order has left owed stays owed, less this refund.
 */
export const settleTotalStep = createStep(
  "settle-total",
  async (lease: RefundLease, { container }) => {
    await runRefund(lease, async (refund) => {
      const { key, order_id, owed_vnd, amount_vnd, actor_id: created_by } = refund;
      const { collected_vnd, due_vnd } = await orderOfRefund(container, refund);
      const { total_vnd } = await readOrderBooks(container, order_id);
      const still_owed_vnd = Math.max(0, owed_vnd - amount_vnd);
      const credit_vnd = total_vnd - (collected_vnd + due_vnd - still_owed_vnd);
      if (credit_vnd === 0) return;
      await changeOnce(container, {
        key,
        order_id,
        created_by,
        change_type: OrderChangeType.CREDIT_LINE,
        actions: [
          {
            action: ChangeActionType.CREDIT_LINE_ADD,
            reference: "refund",
            reference_id: refund.refund_id ?? refund.return_id ?? key,
            amount: credit_vnd,
          },
        ],
      });
    });
    return new StepResponse(undefined);
  },
);
