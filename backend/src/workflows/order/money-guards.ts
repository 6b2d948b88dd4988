import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { refuse } from "../../lib/errors";
import { findOrderOfPayment, listRefundsOf } from "../../modules/purchase";
import { purchaseService } from "../purchase/claim";
import { changesOf, openChange } from "./change-order";
import { readOrderBooks } from "./order-books";

/**
 * Medusa gives the money back first and writes its order's credit afterwards, so whatever would make
 * it fail then is refused before: another change of the order, a cancelled order, a refund of ours
 * that is not done, a part of a đồng. Payments of no order are left to their provider.
 */
export async function requireRefundable(
  container: MedusaContainer,
  { payment_id, amount }: { payment_id: string; amount: unknown },
): Promise<void> {
  if (amount !== undefined && amount !== null && !Number.isSafeInteger(Number(amount))) {
    refuseField("amount", "amount_not_whole", "Give back whole đồng");
  }
  const [payment] = await container.resolve(Modules.PAYMENT).listPayments({ id: [payment_id] });
  const order = payment && (await findOrderOfPayment(payment.payment_collection_id));
  if (!order) return;
  const { order_id } = order;
  const begun = (await listRefundsOf(order_id)).some(({ state }) => state === "begun");
  if (begun) {
    refuse("refund_busy", "Money of this order is being given back right now: wait a minute");
  }
  if (openChange(await changesOf(container, order_id), "")) {
    refuse(
      "order_change_open",
      "This order is being edited or goods of it come back: confirm or cancel that first",
    );
  }
  const [found] = await container.resolve(Modules.ORDER).listOrders({ id: order_id });
  if (found?.status === "canceled") {
    refuse("order_cancelled", "This order is cancelled, and its money was given back with it");
  }
}

/** Cash is captured when the producer or the host has it; prepaid money was, before the order. */
export async function requireNoCapture(
  container: MedusaContainer,
  payment_id: string,
): Promise<void> {
  const [payment] = await container.resolve(Modules.PAYMENT).listPayments({ id: [payment_id] });
  if (!payment || !(await findOrderOfPayment(payment.payment_collection_id))) return;
  refuse(
    "capture_by_delivery",
    "Cash counts as paid when the producer says that the parcel was delivered or the guest came",
  );
}

/**
 * An edit of an order that is paid at the door would take its payment away. Orders that nobody
 * knows are Medusa's to refuse.
 */
export async function requireEditable(container: MedusaContainer, order_id: string): Promise<void> {
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  if (!order || order.is_prepaid) return;
  refuse(
    "order_edit_cash",
    "An order that is paid in cash can't be edited: cancel it, or give money back after delivery",
  );
}

/** Nobody would collect what an edit adds: it may lower what an order costs, or leave it. */
export async function requireNoRaise(container: MedusaContainer, order_id: string): Promise<void> {
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  if (!order) return;
  const { total_vnd } = await readOrderBooks(container, order_id);
  const preview = await container.resolve(Modules.ORDER).previewOrderChange(order_id);
  if (Number(preview.total) <= total_vnd) return;
  refuse(
    "order_edit_raises",
    "This edit would make the order cost more, and nobody would collect it: let the buyer buy anew",
  );
}

/** A parcel that was not paid comes back through the producer, who does not take it as paid. */
export async function requirePaidReturn(
  container: MedusaContainer,
  order_id: string,
): Promise<void> {
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  if (!order || order.is_prepaid || order.delivered_at) return;
  refuse(
    "return_before_delivery",
    "This parcel was not paid yet: the producer takes it back, on the order's page",
  );
}

/** Medusa would take the same goods back twice. Returns that nobody knows are Medusa's to refuse. */
export async function requireGoodsOut(
  container: MedusaContainer,
  { return_id, items }: { return_id: string; items: unknown },
): Promise<void> {
  const [found] = await container.resolve(Modules.ORDER).listReturns({ id: return_id });
  if (!found || !Array.isArray(items)) return;
  const { lines } = await readOrderBooks(container, found.order_id);
  for (const { id, quantity } of items as { id?: unknown; quantity?: unknown }[]) {
    const line = lines.find((one) => one.id === id);
    if (!line || Number(quantity) <= line.sent - line.returned) continue;
    const left = line.sent - line.returned;
    refuseField("items", "goods_not_sent", `Of ${line.id} at most ${left} can come back`);
  }
}

function refuseField(field: string, code: string, message: string): never {
  refuse(code, message, { fields: [{ field, code, message }] });
}
