import type { MedusaContainer } from "@medusajs/framework/types";
import { refuse } from "../../lib/errors";
import { purchaseService } from "../purchase/claim";
import { findCollection, paymentService } from "../purchase/payments";

/**
 * Medusa only logs that a refund failed, and cancels the order all the same: a prepaid order whose
 * money has not all been given back is refused (`refund_not_made`), so that its cancellation is
 * undone and can be tried again. A refund whose answer was lost is found by the next try.
 */
export async function requireGivenBack(
  container: MedusaContainer,
  order_id: string,
): Promise<void> {
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  if (!order?.is_prepaid) return;
  const payments = paymentService({ container });
  const collection = await findCollection(payments, order.payment_collection_id);
  const sum = (rows: { amount: unknown }[] | undefined) =>
    (rows ?? []).reduce((total, { amount }) => total + Number(amount), 0);
  const kept_vnd = (collection?.payments ?? []).reduce(
    (total, { captures, refunds }) => total + sum(captures) - sum(refunds),
    0,
  );
  if (kept_vnd === 0) return;
  refuse(
    "refund_not_made",
    "The money could not be given back now, so the order stays as it was: try again in some minutes",
  );
}
