import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/** Enters a refund in its order's books once, as Medusa does for refunds of its own. */
export async function enterRefund(
  container: MedusaContainer,
  made: { order_id: string; amount_vnd: number; refund_id: string },
): Promise<void> {
  const orders = container.resolve(Modules.ORDER);
  const entry = { order_id: made.order_id, reference: "refund", reference_id: made.refund_id };
  if ((await orders.listOrderTransactions(entry)).length > 0) return;
  await orders.addOrderTransactions({ ...entry, amount: -made.amount_vnd, currency_code: "vnd" });
}
