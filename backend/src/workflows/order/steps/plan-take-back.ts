import { judgeStep } from "@cho-lang/shared/domain/order-progress";
import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import {
  findRefund,
  parcelRefundKey,
  type RefundWish,
  returnedValue,
} from "../../../modules/purchase";
import { purchaseService } from "../../purchase/claim";
import { givenForParcel } from "../../refund-request/given-for-parcel";
import { readOrderBooks } from "../order-books";
import type { OrderDeed } from "./take-order";

/**
 * What comes back with a refused parcel: all goods that were sent and, of an order that was paid
 * before, their price, less what requests of its buyer have given back of it. What an earlier try began is taken up as it was, so that a repeat is the same
 * refund. Null when all of it is done.
 *
 * Refuses with the code of `judgeStep`, and `order_already_returned` when the goods were noted in
 * another state before; 404 for another producer's order.
 */
export const planTakeBackStep = createStep(
  "plan-take-back",
  async (input: OrderDeed & { is_sound: boolean }, { container }) => {
    const { order_id, producer_id, actor_id, is_sound } = input;
    const found = await purchaseService(container).findOrderOfProducer(producer_id, order_id);
    if (!found) notFound("order");
    const verdict = judgeStep(found.order, "take_back");
    if (verdict.kind === "refuse") refuse(verdict.code, verdict.message);
    const key = parcelRefundKey(order_id);
    const begun = await findRefund(key);
    if (begun && begun.is_sound !== is_sound) {
      const message = `The goods were noted as ${begun.is_sound ? "sound" : "not sound"} before`;
      const fields = [{ field: "is_sound", code: "order_already_returned", message }];
      refuse("order_already_returned", message, { fields });
    }
    const given = await givenForParcel(container, order_id);
    const amount_vnd = begun?.amount_vnd ?? returnedValue(found.order, given);
    const goods = begun?.goods ?? (await goodsOf(container, order_id));
    const isDone = begun?.state === "done" || (amount_vnd === 0 && goods.length === 0);
    const wish = { order_id, key, amount_vnd, goods, is_sound, payee: null, actor_id, note: "" };
    return new StepResponse<{ refund: RefundWish | null }>({ refund: isDone ? null : wish });
  },
);

/** What was sent and did not come back yet. */
async function goodsOf(container: MedusaContainer, order_id: string): Promise<RefundWish["goods"]> {
  const { lines } = await readOrderBooks(container, order_id);
  return lines
    .filter(({ is_goods, sent, returned }) => is_goods && sent > returned)
    .map(({ id, sent, returned }) => ({ line_item_id: id, quantity: sent - returned }));
}
