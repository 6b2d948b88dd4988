import type { MedusaContainer } from "@medusajs/framework/types";
import { messageOf } from "../../lib/message-of";
import {
  findRefund,
  noteRefundFailed,
  noteRefundMade,
  type OrderRefund,
  type RefundLease,
} from "../../modules/purchase";
import { purchaseService } from "../purchase/claim";

/**
 * Does one part of a refund for whoever holds its lease. What goes wrong is noted in the row, and
 * the lease is free again, so that a repeat or the job goes on from there.
 *
 * @throws Error when the lease was lost; then nothing is noted.
 */
export async function runRefund<T>(
  lease: RefundLease,
  work: (refund: OrderRefund) => Promise<T>,
): Promise<T> {
  await noteRefundMade(lease);
  const refund = await findRefund(lease.key);
  if (!refund) throw new Error(`Refund ${lease.key} is gone.`);
  try {
    return await work(refund);
  } catch (error) {
    await noteRefundFailed(lease, messageOf(error));
    throw error;
  }
}

/** The order of a refund, with what it owes and has. */
export async function orderOfRefund(container: MedusaContainer, { order_id }: OrderRefund) {
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  if (!order) throw new Error(`Order ${order_id} is in no purchase.`);
  return order;
}
