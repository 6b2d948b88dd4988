import type { MedusaContainer } from "@medusajs/framework/types";
import { ChangeActionType, Modules, OrderChangeType } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { noteRefundMade, type OrderRefund, type RefundLease } from "../../../modules/purchase";
import { changeOf, changeOnce, changesOf } from "../change-order";
import { readOrderBooks } from "../order-books";
import { runRefund } from "../refund-work";
import { restock } from "../restock";

/**
 * Goods that are with the producer again: one return of Medusa's, received at once, and back into
 * stock when they are sound. Not by Medusa's workflow for it, which would put another payment in the
 * place of an order's own while that is not captured.
 */
export const returnGoodsStep = createStep(
  "return-goods",
  async (lease: RefundLease, { container }) => {
    await runRefund(lease, async (refund) => {
      if (refund.goods.length === 0) return;
      const { location_id, lines } = await readOrderBooks(container, refund.order_id);
      const return_id = refund.return_id ?? (await createReturn(container, refund, location_id));
      await noteRefundMade(lease, { return_id });
      await receive(container, refund, return_id);
      if (refund.is_sound && location_id) await restock(container, { refund, lines, location_id });
    });
    return new StepResponse(undefined);
  },
);

/** Finds the return that an earlier try made, else makes it. */
async function createReturn(
  container: MedusaContainer,
  refund: OrderRefund,
  location_id: string | null,
): Promise<string> {
  const { key, order_id, goods, actor_id: created_by } = refund;
  const change_type = OrderChangeType.RETURN_REQUEST;
  const before = changeOf(await changesOf(container, order_id), { key, change_type });
  if (before) return before.return_id;
  const made = await container.resolve(Modules.ORDER).createReturn({
    order_id,
    location_id,
    requested_at: new Date(),
    items: goods.map(({ line_item_id: id, quantity }) => ({ id, quantity })),
    created_by,
    no_notification: true,
    metadata: { refund_key: key },
  });
  return made.id;
}

async function receive(
  container: MedusaContainer,
  refund: OrderRefund,
  return_id: string,
): Promise<void> {
  const orders = container.resolve(Modules.ORDER);
  const { key, order_id, goods, is_sound, actor_id: created_by } = refund;
  await changeOnce(container, {
    key,
    order_id,
    return_id,
    created_by,
    change_type: OrderChangeType.RETURN_RECEIVE,
    actions: goods.map(({ line_item_id, quantity }) => ({
      action: is_sound
        ? ChangeActionType.RECEIVE_RETURN_ITEM
        : ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM,
      return_id,
      reference: "return",
      reference_id: return_id,
      details: { reference_id: line_item_id, quantity },
    })),
  });
  const rows = orders as unknown as ReturnRows;
  const [found] = await orders.listReturns({ id: return_id }, { relations: ["items"] });
  await rows.updateReturnItems(
    (found?.items ?? []).map(({ id, quantity }) => ({
      id,
      received_quantity: quantity,
      damaged_quantity: is_sound ? 0 : quantity,
    })),
  );
  const received_at = found?.received_at ?? new Date();
  await rows.updateReturns([{ id: return_id, status: "received", received_at }]);
}

/** As Medusa's own steps call the module; its interface leaves these shapes out. */
type ReturnRows = {
  updateReturnItems(
    items: { id: string; received_quantity: unknown; damaged_quantity: unknown }[],
  ): Promise<unknown>;
  updateReturns(
    returns: { id: string; status: "received"; received_at: string | Date }[],
  ): Promise<unknown>;
};
