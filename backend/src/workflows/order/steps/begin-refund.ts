import { randomUUID } from "node:crypto";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { beginRefund, findRefund, type RefundWish } from "../../../modules/purchase";
import { purchaseService } from "../../purchase/claim";
import { changesOf, openChange } from "../change-order";
import { type OrderBooks, readOrderBooks } from "../order-books";

/** Puts up the row of a refund, or takes up the one of its key; all refusals come from here. */
export const beginRefundStep = createStep(
  "begin-refund",
  async (wish: RefundWish, { container }) => {
    const [order] = await purchaseService(container).listOrders({ order_ids: [wish.order_id] });
    if (!order) notFound("The order");
    const books = await readOrderBooks(container, wish.order_id);
    if (!(await findRefund(wish.key))) {
      requireSent(wish, books);
      if (openChange(await changesOf(container, wish.order_id), wish.key)) refuseOpenChange();
    }
    const token = randomUUID();
    const { total_vnd: order_total_vnd } = books;
    const { refund, is_repeat } = await beginRefund({ ...wish, token, order_total_vnd });
    const { key, amount_vnd } = refund;
    return new StepResponse({ key, token, amount_vnd, is_repeat });
  },
);

/** Medusa itself takes back what came back already. */
function requireSent({ goods }: RefundWish, { lines }: OrderBooks): void {
  for (const { line_item_id, quantity } of goods) {
    const line = lines.find(({ id }) => id === line_item_id);
    if (!line?.is_goods) {
      refuseGoods("goods_not_of_order", `${line_item_id} is no goods of this order`);
    }
    const left = line.sent - line.returned;
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > left) {
      refuseGoods("goods_not_sent", `Of ${line_item_id} at most ${left} can come back`);
    }
  }
  const ids = goods.map(({ line_item_id }) => line_item_id);
  if (new Set(ids).size < ids.length) {
    refuseGoods("goods_not_of_order", "Each line of goods can be named once");
  }
}

function refuseGoods(code: string, message: string): never {
  refuse(code, message, { fields: [{ field: "goods", code, message }] });
}

function refuseOpenChange(): never {
  refuse(
    "order_change_open",
    "This order is being edited in Medusa's admin: confirm or cancel that edit first",
  );
}
