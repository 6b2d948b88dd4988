import { judgeStep } from "@cho-lang/shared/domain/order-progress";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { findRefund, type RefundWish, returnedValue } from "../../../modules/purchase";
import { purchaseService } from "../../purchase/claim";
import type { OrderDeed } from "./take-order";

/** The one refund of an order's parcel that came back. */
export const parcelRefundKey = (order_id: string) => `parcel:${order_id}`;

/**
 * What comes back with a refused parcel: all goods that were sent and, of an order that was paid
 * before, their price. What an earlier try began is taken up as it was, so that a repeat is the same
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
    if (begun?.state === "done")
      return new StepResponse<{ refund: RefundWish | null }>({ refund: null });
    const refund: RefundWish = {
      order_id,
      key,
      amount_vnd: begun?.amount_vnd ?? returnedValue(found.order),
      goods: begun?.goods ?? (await goodsOf(container, order_id)),
      is_sound,
      payee: null,
      actor_id,
      note: "",
    };
    return new StepResponse<{ refund: RefundWish | null }>({ refund });
  },
);

type OrderShape = {
  items: { id: string; requires_shipping: boolean; detail: ItemDetail }[];
};
type ItemDetail = { shipped_quantity: number; return_requested_quantity: number };

/** What was sent and did not come back yet. */
async function goodsOf(container: MedusaContainer, order_id: string): Promise<RefundWish["goods"]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "items.id",
      "items.requires_shipping",
      "items.detail.shipped_quantity",
      "items.detail.return_requested_quantity",
    ],
    filters: { id: order_id },
  });
  const [order] = data as unknown as OrderShape[];
  return (order?.items ?? [])
    .filter(({ requires_shipping }) => requires_shipping)
    .map(({ id: line_item_id, detail }) => ({
      line_item_id,
      quantity: Number(detail.shipped_quantity) - Number(detail.return_requested_quantity),
    }))
    .filter(({ quantity }) => quantity > 0);
}
